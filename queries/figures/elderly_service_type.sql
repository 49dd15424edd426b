/*
name_zh = "各类服务的人次"
name_en = "Person-times by service type"
theme = "smart_care"
kind = "bars"
unit_zh = "人次"
freq = "M"
extracts = ["elderly_services"]
reviewed = 2026-11-22

definition_zh = "当月热线和平台工单办结后的服务人次，按十大标志性服务分。"
definition_en = "Person-times served by completed orders in the month, by the ten signature services."
category_zh = "服务类别"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.person_times)"
rows_category = "record.service_type"
*/
select
    ref_area,
    time_period,
    service_type as category,
    case service_type
        when '助餐' then 1
        when '助洁' then 2
        when '助浴' then 3
        when '助医' then 4
        when '助急' then 5
        when '助行' then 6
        when '代办' then 7
        when '维修' then 8
        when '探访' then 9
        else 10
    end as category_position,
    '_T' as series,
    1 as series_position,
    sum(person_times) as numerator
from mart.elderly_service_month
group by ref_area, time_period, service_type
