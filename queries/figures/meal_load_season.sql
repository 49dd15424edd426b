/*
name_zh = "供餐负荷率的季节变化"
name_en = "Load of meal points through the year"
theme = "meal_services"
kind = "season"
unit_zh = "%"
freq = "M"
per = 100
decimals = 1
extracts = ["meal_services", "meal_points"]
reviewed = 2026-11-23

definition_zh = "各月用餐人次占供餐能力的比重，同月逐年对照；供餐能力为日供餐能力乘以当月营业天数。"
definition_en = "Meals served as a share of what could be served, by month, one year beside the other; what could be served is daily capacity times the days open."
category_zh = "月份"
series_zh = "年份"
caveats_zh = "与用餐人次的季节变化相比，扣除了点位增减和各月天数不同的影响。未报送、未登记供餐能力的助餐点，分子分母都不计入；有镇街道未报送的月份，全市数不完整。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and exists (
    select 1
    from staging.meal_points as point
    where
        point.meal_point = record.meal_point
        and point.opened_on <= spine.end_date
        and (point.closed_on is null or point.closed_on > spine.start_date)
        and point.capacity is not null
)
"""
measure = "sum(record.meals)"
rows_category = "spine.month || '月'"
rows_series = "spine.year || '年'"
*/
select
    load.ref_area,
    load.time_period,
    month.month || '月' as category,
    month.month as category_position,
    month.year || '年' as series,
    month.year as series_position,
    -- null where nothing was returned or no capacity is registered: unknown, not zero
    load.load_meals as numerator,
    load.capacity_meals as denominator
from mart.meal_service_month as load
inner join reference.month on load.time_period = month.time_period
