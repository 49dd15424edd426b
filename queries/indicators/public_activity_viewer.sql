/*
name_zh = "活动线上观看人数"
name_en = "Viewers of public activities online"
theme = "honours"
unit_measure = "viewers"
unit_zh = "人"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["public_activities"]
reviewed = 2026-11-22

definition_zh = "当月举办的活动，直播收看的人数合计。"
definition_en = "Viewers online of the activities held in the month."
caveats_zh = "平台给的观看人数，同一人可能重复。"

# Which records make the numerator of an area and period
rows = "record.held_on between spine.start_date and spine.counted_on"
measure = "sum(record.viewers)"
*/
select
    ref_area,
    time_period,
    sum(viewers) as numerator
from mart.public_activity_month
group by ref_area, time_period
