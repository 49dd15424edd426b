/*
name_zh = "自治团体年均活动次数"
name_en = "Meetings per self-governing group"
theme = "governance"
unit_measure = "meetings per group"
unit_zh = "次／个"
per = 1
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "rate"
extracts = ["community_returns"]
reviewed = 2026-11-22

definition_zh = "当年居民自治团体的议事和活动次数，除以年末自治团体数。"
definition_en = "Meetings of self-governing groups in the year per group at its end."
caveats_zh = "当年未结束的只计到导出日，不与全年比。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.group_meetings)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    group_meetings as numerator,
    self_governing_groups as denominator
from mart.community_return_year
