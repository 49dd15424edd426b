/*
name_zh      = "继续教育达标率"
name_en      = "Certified social workers with enough continuing education"
theme        = "social_workers"
unit_measure = "per cent of social workers certified before the year"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "A"
kind         = "flow"
polarity     = "higher_is_better"
chance       = "share"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "年初已持证的社工中，当年继续教育达到24学时的比重。"
definition_en = "Of those certified before the year began, the share with at least 24 hours of continuing education."
caveats_zh    = "年初已持证的才计入。每年24学时为本地配置；没有学时记录的按0计。"

# Which records make the numerator of an area and period
rows = """
record.certified_on < spine.start_date
and case spine.year
    when 2021 then record.hours_2021
    when 2022 then record.hours_2022
    when 2023 then record.hours_2023
end >= 24
"""
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    educated_workers as numerator,
    workers as denominator
from mart.social_worker_education_year
