/*
name_zh = "居民自治团体"
name_en = "Self-governing groups of residents"
theme = "governance"
unit_measure = "groups"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "higher_is_better"
extracts = ["community_returns"]
reviewed = 2026-11-22

definition_zh = "年末居民自治团体数，如互助组、议事会。"
definition_en = "Self-governing groups of residents at the end of the year."

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.groups)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    self_governing_groups as numerator
from mart.community_return_year
