/*
name_zh = "供餐负荷率"
name_en = "Load of meal points"
theme = "meal_services"
unit_measure = "percent of capacity"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["meal_services", "meal_points"]
reviewed = 2026-11-01

definition_zh = "当月有报送的助餐点，用餐人次占其供餐能力的比重；供餐能力为日供餐能力乘以当月营业天数。"
definition_en = "Meals served by the points that reported, as a share of what they could serve: daily capacity times the days they were open in the month."
caveats_zh = "营业天数按日历日计，未扣除周末和节假日；超过100%表示超能力供餐。未报送、未登记供餐能力的助餐点，分子分母都不计入。"

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
*/
select
    ref_area,
    time_period,
    load_meals as numerator,
    capacity_meals as denominator
from mart.meal_service_month
-- no return or no registered capacity: unknown, not zero
where load_meals is not null
