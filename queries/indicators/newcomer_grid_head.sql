/*
name_zh = "大社区新居民网格长"
name_en = "Newcomer grid heads of big communities"
theme = "governance"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "higher_is_better"
extracts = ["community_returns"]
reviewed = 2026-11-22

definition_zh = "年末融合型大社区大单元里由新居民担任的网格长数。"
definition_en = "Grid heads who are newcomers in the big communities at the end of the year."
caveats_zh = "只计融合型大社区大单元，其他村社区的新居民网格长不在内。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.is_big_community
"""
measure = "sum(record.newcomer_heads)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    big_newcomer_heads as numerator
from mart.community_return_year
