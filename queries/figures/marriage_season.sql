/*
name_zh = "结婚登记的季节变化"
name_en = "Marriages through the year"
theme = "marriage"
kind = "season"
unit_zh = "对"
freq = "M"
extracts = ["marriages"]
reviewed = 2026-11-22

definition_zh = "各月结婚登记的新人对数，同月逐年对照。"
definition_en = "Couples married by month, one year beside the other."
category_zh = "月份"
series_zh = "年份"
caveats_zh = "农历节日在哪个月各年不同，七夕可能在7月也可能在8月。"

# Which records make the numerator of an area and period
rows = "record.registered_on between spine.start_date and spine.counted_on"
measure = "sum(record.couples)"
rows_category = "spine.month || '月'"
rows_series = "spine.year || '年'"
*/
select
    marriage_month.ref_area,
    marriage_month.time_period,
    month.month || '月' as category,
    month.month as category_position,
    month.year || '年' as series,
    month.year as series_position,
    marriage_month.couples as numerator
from mart.marriage_month
inner join reference.month on marriage_month.time_period = month.time_period
where marriage_month.area_level = 'township'
