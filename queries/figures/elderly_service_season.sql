/*
name_zh = "服务人次的季节变化"
name_en = "Person-times through the year"
theme = "smart_care"
kind = "season"
unit_zh = "人次"
freq = "M"
extracts = ["elderly_services"]
reviewed = 2026-11-22

definition_zh = "各月为老服务人次，同月逐年对照。"
definition_en = "Person-times of elderly services by month, one year beside the other."
category_zh = "月份"
series_zh = "年份"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.person_times)"
rows_category = "spine.month || '月'"
rows_series = "spine.year || '年'"
*/
select
    ref_area,
    time_period,
    month || '月' as category,
    month as category_position,
    year || '年' as series,
    year as series_position,
    sum(person_times) as numerator
from mart.elderly_service_month
group by ref_area, time_period, month, year
