/*
name_zh = "融合型大社区大单元"
name_en = "Big communities"
theme = "governance"
unit_measure = "communities"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "neutral"
extracts = ["community_returns"]
reviewed = 2026-11-22

definition_zh = "年末的融合型大社区大单元数。"
definition_en = "Merged big communities at the end of the year."

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.is_big_community
"""
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    big_communities as numerator
from mart.community_return_year
