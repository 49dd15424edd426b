/*
name_zh      = "人均继续教育学时"
name_en      = "Mean hours of continuing education"
theme        = "social_workers"
unit_measure = "hours per social worker certified before the year"
unit_zh      = "学时"
per          = 1
decimals     = 1
freq         = "A"
kind         = "flow"
polarity     = "higher_is_better"
chance       = "none"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "年初已持证的社工当年继续教育学时之和，除以其人数。"
definition_en = "Hours of continuing education in the year per social worker certified before it began."
caveats_zh    = "年初已持证的才计入；没有学时记录的按0计。"

# Which records make the numerator of an area and period
rows = "record.certified_on < spine.start_date"
measure = """
sum(case spine.year
    when 2021 then coalesce(record.hours_2021, 0)
    when 2022 then coalesce(record.hours_2022, 0)
    when 2023 then coalesce(record.hours_2023, 0)
end)
"""
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    hours as numerator,
    workers as denominator
from mart.social_worker_education_year
