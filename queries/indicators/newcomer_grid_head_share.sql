/*
name_zh = "大社区新居民网格长占比"
name_en = "Share of newcomers among grid heads of big communities"
theme = "governance"
unit_measure = "per cent of grid heads of big communities"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "stock"
polarity = "neutral"
chance = "share"
extracts = ["community_returns"]
reviewed = 2026-11-22

definition_zh = "年末融合型大社区大单元的网格长中，由新居民担任的比重。"
definition_en = "Newcomers as a share of the grid heads of big communities."
caveats_zh = "公布的45.1%折算的网格长为122名，读作大社区大单元的，不是全市的。没有大社区的镇街道不适用。"

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
    big_newcomer_heads as numerator,
    big_grid_heads as denominator
from mart.community_return_year
