/*
name_zh = "社区合伙人构成"
name_en = "Community partners by kind"
theme = "volunteers"
kind = "mix"
unit_zh = "个"
freq = "M"
extracts = ["community_partners"]
reviewed = 2026-11-22

definition_zh = "期末在册的社区合伙人数，按居民和团体分。"
definition_en = "Community partners at the end of the month, residents and groups."
category_zh = "类别"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = """
record.joined_on <= spine.counted_on
and (record.left_on is null or record.left_on > spine.counted_on)
"""
rows_category = "record.kind"
*/
select
    ref_area,
    time_period,
    '居民' as category,
    1 as category_position,
    '_T' as series,
    1 as series_position,
    resident_partners as numerator
from mart.community_partner_month
union all
select
    ref_area,
    time_period,
    '团体' as category,
    2 as category_position,
    '_T' as series,
    1 as series_position,
    group_partners as numerator
from mart.community_partner_month
