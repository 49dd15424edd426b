/*
name_zh = "没有自治团体的村社区"
name_en = "Villages and communities without a self-governing group"
theme = "governance"
unit_measure = "villages and communities"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "lower_is_better"
extracts = ["community_returns"]
reviewed = 2026-11-22

definition_zh = "年末没有居民自治团体的村社区数。"
definition_en = "Villages and communities without a self-governing group at the end of the year."
caveats_zh = "没有报送的村社区不在内。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.groups = 0
"""
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    communities_without_group as numerator
from mart.community_return_year
