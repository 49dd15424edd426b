/*
name_zh = "友邻基金累计金额"
name_en = "Neighbourhood fund granted to date"
theme = "community_projects"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "友邻基金2020年以来至期末立项项目的批准金额合计。"
definition_en = "Funds the neighbourhood fund granted to projects since 2020 up to the end of the month."
caveats_zh = "友邻基金设在当湖街道，其他镇街道为零。"

# Which records make the numerator of an area and period
rows = """
record.approved_on <= spine.counted_on
and record.funder = '友邻基金'
"""
measure = "sum(record.budget)"
*/
select
    ref_area,
    time_period,
    fund_total as numerator
from mart.community_project_month
