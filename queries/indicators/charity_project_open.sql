/*
name_zh = "开放中慈善项目"
name_en = "Charity projects open"
theme = "charity_matching"
unit_measure = "projects"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["charity_projects"]
reviewed = 2026-11-22

definition_zh = "期末已链接、仍在受理的慈善项目数。"
definition_en = "Linked charity projects that still take applications at the end of the month."
caveats_zh = "没有写截止受理日期的算长期开放。"

# Which records make the numerator of an area and period
rows = """
record.linked_on <= spine.counted_on
and (record.open_until is null or record.open_until >= spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    sum(open_projects) as numerator
from mart.charity_project_month
group by ref_area, time_period
