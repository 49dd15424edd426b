/*
name_zh = "社工人才金字塔"
name_en = "Certified social workers by supervision tier"
theme = "social_workers"
kind = "pyramid"
unit_zh = "人"
freq = "M"
extracts = ["social_workers"]
reviewed = 2026-11-01

definition_zh = "期末持证社工数，按督导、督导助理、一线社工三个层级分。"
definition_en = "Certified social workers at the end of the month: supervisors, assistants, front line."
category_zh = "督导层级"
series_zh = "合计"
caveats_zh = "自担任之日计入该层级，此前计为一线社工。"

# Which records make the numerator of an area and period
rows = "record.certified_on <= spine.counted_on"
rows_category = """
case
    when coalesce(record.tier_since, record.certified_on) <= spine.counted_on then record.tier
    else '一线社工'
end
"""
*/
select
    ref_area,
    time_period,
    '督导' as category,
    1 as category_position,
    '_T' as series,
    1 as series_position,
    tier_supervisor as numerator
from mart.social_worker_month
union all
select
    ref_area,
    time_period,
    '督导助理' as category,
    2 as category_position,
    '_T' as series,
    1 as series_position,
    tier_assistant as numerator
from mart.social_worker_month
union all
select
    ref_area,
    time_period,
    '一线社工' as category,
    3 as category_position,
    '_T' as series,
    1 as series_position,
    tier_front_line as numerator
from mart.social_worker_month
