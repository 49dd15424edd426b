/*
name_zh = "活动参加人次"
name_en = "Persons at public activities"
theme = "honours"
unit_measure = "person-times"
unit_zh = "人次"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
extracts = ["public_activities"]
reviewed = 2026-11-22

definition_zh = "当年1月起至当月止，公益、邻里和婚俗活动的到场人次。"
definition_en = "Person-times at public activities from January to this month."
caveats_zh = "一个人参加几次算几次；线上观看的不计。"

# Which records make the numerator of an area and period
rows = "record.held_on between spine.start_date and spine.counted_on"
measure = "sum(record.persons)"
*/
select
    ref_area,
    time_period,
    sum(persons) as numerator
from mart.public_activity_month
group by ref_area, time_period
