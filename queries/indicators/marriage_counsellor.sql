/*
name_zh = "婚前辅导老师"
name_en = "Marriage counsellors on duty"
theme = "marriage"
unit_measure = "counsellors"
unit_zh = "人"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
rollup = "none"
extracts = ["marriages"]
reviewed = 2026-11-22

definition_zh = "当月登记中心一天里安排辅导老师最多的人数。"
definition_en = "Most counsellors on duty at the centre on one day of the month."
caveats_zh = "老师在市登记中心，镇街道的数只看本镇街道有人登记的日子，不能相加。"

# Which records make the numerator of an area and period
rows = "record.registered_on between spine.start_date and spine.counted_on"
measure = "max(record.teachers)"
*/
select
    ref_area,
    time_period,
    teachers as numerator
from mart.marriage_month
