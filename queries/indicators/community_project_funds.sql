/*
name_zh = "本年立项金额"
name_en = "Funds granted to projects this year"
theme = "community_projects"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "本年1月起至期末立项的社区项目批准金额合计。"
definition_en = "Funds granted to projects approved from January to the end of the month."

# Which records make the numerator of an area and period
rows = """
record.approved_on >= spine.start_date
and record.approved_on <= spine.counted_on
"""
measure = "sum(record.budget)"
*/
select
    ref_area,
    time_period,
    funds as numerator
from mart.community_project_month
