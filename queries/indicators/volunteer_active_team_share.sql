/*
name_zh = "志愿队伍活跃率"
name_en = "Active volunteer teams"
theme = "volunteers"
unit_measure = "per cent of teams"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["volunteer_returns"]
reviewed = 2026-11-22

definition_zh = "当月有活动的志愿服务队占志愿服务队总数的比重。"
definition_en = "Volunteer teams active in the month as a share of all."

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.active_teams)"
*/
select
    ref_area,
    time_period,
    active_teams as numerator,
    teams as denominator
from mart.volunteer_month
