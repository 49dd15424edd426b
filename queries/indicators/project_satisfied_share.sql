/*
name_zh = "项目服务满意率"
name_en = "Satisfied with projects"
theme = "community_projects"
unit_measure = "per cent of ratings"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["project_activities"]
reviewed = 2026-11-22

definition_zh = "当月社区项目的满意度评价中，评价为满意的人次占比。"
definition_en = "Satisfied ratings of projects as a share of all ratings in the month."
caveats_zh = "没有评价的月份没有满意率。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.satisfied)"
*/
select
    ref_area,
    time_period,
    sum(satisfied) as numerator,
    sum(rated) as denominator
from mart.project_activity_month
group by ref_area, time_period
