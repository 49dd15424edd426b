/*
name_zh = "日供餐能力"
name_en = "Daily meal capacity"
theme = "meal_services"
unit_measure = "meals per day"
unit_zh = "份"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["meal_points"]
reviewed = 2026-11-01

definition_zh = "月末营业中助餐点每天最多能供应的份数合计。"
definition_en = "Meals a day that the points open at the end of the month can serve at most, summed."
caveats_zh = "未登记供餐能力的助餐点不计入。"

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and (record.closed_on is null or record.closed_on > spine.counted_on)
and record.capacity is not null
"""
measure = "sum(record.capacity)"
*/
select
    ref_area,
    time_period,
    capacity as numerator
from mart.meal_point_month
where
    kind = '_T'
    -- open points without a registered capacity: unknown, not zero
    and capacity is not null
