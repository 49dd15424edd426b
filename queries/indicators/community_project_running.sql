/*
name_zh = "在实施的社区项目"
name_en = "Community projects running"
theme = "community_projects"
unit_measure = "projects"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "neutral"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "期末已立项、未结项也未终止的社区项目数。"
definition_en = "Projects approved and neither finished nor cancelled at the end of the month."

# Which records make the numerator of an area and period
rows = """
record.approved_on <= spine.counted_on
and (record.final_on is null or record.final_on > spine.counted_on)
and (record.cancelled_on is null or record.cancelled_on > spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    running as numerator
from mart.community_project_month
