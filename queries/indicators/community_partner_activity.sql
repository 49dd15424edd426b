/*
name_zh = "合伙人年均参与活动数"
name_en = "Activities per community partner"
theme = "volunteers"
unit_measure = "activities per partner and year"
unit_zh = "次／个"
per = 1
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["community_partners"]
reviewed = 2026-11-22

definition_zh = "名册截止日在册的合伙人近一年参与的活动数之和，除以合伙人数。"
definition_en = "Activities of the past year per partner on the day the roll reaches."
caveats_zh = "名册只记近一年，所以只有最近一期，没有趋势。加入未满一年的，只计加入以后的。"

# Which records make the numerator of an area and period
rows = """
record.joined_on <= spine.counted_on
and (record.left_on is null or record.left_on > spine.counted_on)
and spine.counted_on = spine.as_of
"""
measure = "sum(record.activities)"
*/
select
    ref_area,
    time_period,
    activities as numerator,
    partners as denominator
from mart.community_partner_month
where activities is not null
