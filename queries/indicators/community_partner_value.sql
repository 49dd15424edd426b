/*
name_zh = "合伙人年均提供价值"
name_en = "Value given per community partner"
theme = "volunteers"
unit_measure = "yuan per partner and year"
unit_zh = "元／个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["community_partners"]
reviewed = 2026-11-22

definition_zh = "名册截止日在册的合伙人近一年提供的资金、物资和服务折合金额之和，除以合伙人数。"
definition_en = "Value of money, goods and services given in the past year per partner on the day the roll reaches."
caveats_zh = "服务由村社区折价，各处尺度不一。名册只记近一年，所以只有最近一期，没有趋势。"

# Which records make the numerator of an area and period
rows = """
record.joined_on <= spine.counted_on
and (record.left_on is null or record.left_on > spine.counted_on)
and spine.counted_on = spine.as_of
"""
measure = "sum(record.value)"
*/
select
    ref_area,
    time_period,
    value_given as numerator,
    partners as denominator
from mart.community_partner_month
where value_given is not null
