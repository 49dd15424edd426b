/*
name_zh = "助餐点的类型构成"
name_en = "Open meal points by kind"
theme = "meal_services"
kind = "mix"
unit_zh = "个"
freq = "M"
extracts = ["meal_points"]
reviewed = 2026-11-01

definition_zh = "月末营业中的助餐点数，按类型分：中心食堂自己烹制，助餐点就餐为主，送餐点只配送。"
definition_en = "Meal points open at the end of the month: central canteens cook, dining points serve, delivery points only deliver."
category_zh = "类型"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and (record.closed_on is null or record.closed_on > spine.counted_on)
"""
rows_category = "record.kind"
*/
select
    ref_area,
    time_period,
    kind as category,
    case kind
        when '中心食堂' then 1
        when '助餐点' then 2
        else 3
    end as category_position,
    '_T' as series,
    1 as series_position,
    points as numerator
from mart.meal_point_month
where kind <> '_T'
