/*
name_zh = "开展交流活动的占比"
name_en = "Evaluated organizations with an exchange in the year"
theme = "organization_quality"
unit_measure = "per cent of organizations evaluated"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["organization_effectiveness"]
reviewed = 2026-11-22

definition_zh = "参加绩效评估的社区社会组织中，当年至少开展一次社区社会组织交流活动的家数占比。"
definition_en = "Organizations with at least one exchange in the year, as a share of those evaluated."
caveats_zh = "评估测试的问题是“是否每年开展”，读作每年至少一次。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.exchanges >= 1
"""
*/
select
    ref_area,
    time_period,
    exchanging as numerator,
    organizations as denominator
from mart.organization_effectiveness_year
