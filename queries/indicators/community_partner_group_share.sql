/*
name_zh = "团体合伙人占比"
name_en = "Groups among community partners"
theme = "volunteers"
unit_measure = "per cent of partners"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "neutral"
chance = "share"
extracts = ["community_partners"]
reviewed = 2026-11-22

definition_zh = "期末在册的社区合伙人中，商户、单位、社会组织等团体的比重。"
definition_en = "Groups as a share of community partners."

# Which records make the numerator of an area and period
rows = """
record.joined_on <= spine.counted_on
and (record.left_on is null or record.left_on > spine.counted_on)
and record.kind = '团体'
"""
*/
select
    ref_area,
    time_period,
    group_partners as numerator,
    partners as denominator
from mart.community_partner_month
