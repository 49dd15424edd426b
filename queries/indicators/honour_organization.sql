/*
name_zh = "获评选的社会组织"
name_en = "Social organizations with an award"
theme = "honours"
unit_measure = "organizations"
unit_zh = "家"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "higher_is_better"
extracts = ["honours"]
reviewed = 2026-11-22

definition_zh = "到当年为止，在品牌组织、领军人物、慈善榜样、党建示范点评选中获得过的社会组织数，一家只计一次。"
definition_en = "Social organizations that have won an award of brand, leadership, charity or Party building by the year, each counted once."
caveats_zh = "按单位名称认，改过名的会重复。"

# Which records make the numerator of an area and period
rows = """
record.year <= spine.year
and record.holder_kind = '社会组织'
and record.kind in ('品牌组织', '领军人物', '慈善榜样', '党建示范点')
"""
measure = "count(distinct record.holder)"
*/
select
    ref_area,
    time_period,
    organizations as numerator
from mart.honour_organization_year
