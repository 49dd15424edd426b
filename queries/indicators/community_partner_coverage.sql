/*
name_zh = "有合伙人的村社区占比"
name_en = "Villages and communities with a partner"
theme = "volunteers"
unit_measure = "per cent of villages and communities"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["community_partners"]
reviewed = 2026-11-22

definition_zh = "期末至少有一个社区合伙人的村社区，占全部村社区的比重。"
definition_en = "Villages and communities with at least one partner as a share of all."

# Which records make the numerator of an area and period
rows = """
record.joined_on <= spine.counted_on
and (record.left_on is null or record.left_on > spine.counted_on)
"""
measure = "count(distinct record.community)"
*/
select
    ref_area,
    time_period,
    covered_communities as numerator,
    communities as denominator
from mart.community_partner_month
