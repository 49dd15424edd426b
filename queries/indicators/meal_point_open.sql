/*
name_zh = "营业中助餐点"
name_en = "Meal points open"
theme = "meal_services"
unit_measure = "meal points"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["meal_points"]
reviewed = 2026-11-01

definition_zh = "月末营业中的老年助餐点数，含中心食堂、助餐点和送餐点。"
definition_en = "Meal points for older persons open at the end of the month: central canteens, dining points and delivery points."
caveats_zh = "停业日期当日起不再计为营业；数据截止日在月中的，按截止日计。"

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and (record.closed_on is null or record.closed_on > spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    points as numerator
from mart.meal_point_month
where kind = '_T'
