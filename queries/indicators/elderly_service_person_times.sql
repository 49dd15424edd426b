/*
name_zh = "为老服务人次"
name_en = "Person-times of elderly services"
theme = "smart_care"
unit_measure = "person-times"
unit_zh = "人次"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
extracts = ["elderly_services"]
reviewed = 2026-11-22

definition_zh = "当月热线和平台工单办结后的服务人次。"
definition_en = "Person-times served by completed orders of hotlines and platform in the month."
caveats_zh = "镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.person_times)"
*/
select
    ref_area,
    time_period,
    sum(person_times) as numerator
from mart.elderly_service_month
group by ref_area, time_period
