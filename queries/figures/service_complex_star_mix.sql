/*
name_zh = "综合体星级构成"
name_en = "Service complexes by star grade"
theme = "service_complexes"
kind = "mix"
unit_zh = "个"
freq = "M"
extracts = ["service_complexes"]
reviewed = 2026-11-22

definition_zh = "期末已投用的社区服务综合体数，按星级分。"
definition_en = "Service complexes open at the end of the month, by star grade."
category_zh = "星级"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
rows_category = """
case
    when record.awarded_on <= spine.counted_on
        then case record.star when 5 then '五星' when 4 then '四星' else '三星' end
    else '未授星'
end
"""
*/
select
    ref_area,
    time_period,
    '五星' as category,
    1 as category_position,
    '_T' as series,
    1 as series_position,
    five_star as numerator
from mart.service_complex_month
union all
select
    ref_area,
    time_period,
    '四星' as category,
    2 as category_position,
    '_T' as series,
    1 as series_position,
    four_star as numerator
from mart.service_complex_month
union all
select
    ref_area,
    time_period,
    '三星' as category,
    3 as category_position,
    '_T' as series,
    1 as series_position,
    three_star as numerator
from mart.service_complex_month
union all
select
    ref_area,
    time_period,
    '未授星' as category,
    4 as category_position,
    '_T' as series,
    1 as series_position,
    complexes - starred as numerator
from mart.service_complex_month
