/*
name_zh = "每千名老年人助餐点数"
name_en = "Meal points per 1,000 older persons"
theme = "meal_services"
unit_measure = "meal points per 1,000 persons aged 60 and over"
unit_zh = "个／千人"
per = 1000
decimals = 2
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "rate"
extracts = ["meal_points"]
reviewed = 2026-11-01

definition_zh = "月末营业中的助餐点数与当年60岁及以上人口之比，按每千人计。"
definition_en = "Meal points open at the end of the month per 1,000 residents aged 60 and over in that year."
caveats_zh = "人口为演示数据，只到年份，一年之内不变。"

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and (record.closed_on is null or record.closed_on > spine.counted_on)
"""
*/
select
    meal_point_month.ref_area,
    meal_point_month.time_period,
    meal_point_month.points as numerator,
    resident_month.persons_60 as denominator
from mart.meal_point_month
-- without a population figure the rate is unknown
inner join mart.resident_month
    on meal_point_month.ref_area = resident_month.ref_area
    and meal_point_month.time_period = resident_month.time_period
where meal_point_month.kind = '_T'
