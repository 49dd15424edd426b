/*
name_zh = "社区合伙人"
name_en = "Community partners"
theme = "volunteers"
unit_measure = "partners"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["community_partners"]
reviewed = 2026-11-22

definition_zh = "期末在册的社区合伙人数，居民一人计一个，团体一家计一个。"
definition_en = "Community partners at the end of the month, residents and groups."

# Which records make the numerator of an area and period
rows = """
record.joined_on <= spine.counted_on
and (record.left_on is null or record.left_on > spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    partners as numerator
from mart.community_partner_month
