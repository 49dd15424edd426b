/*
name_zh = "助餐点报送率"
name_en = "Meal points that reported"
theme = "meal_services"
unit_measure = "percent of open meal points"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["meal_services", "meal_points"]
reviewed = 2026-11-01

definition_zh = "当月营业过的助餐点中，报送了当月服务情况的所占比重。"
definition_en = "Of the meal points open on any day of the month, the share that sent a return for it."
caveats_zh = "报送用餐人次为0的也算已报送。低于100%时，用餐人次、补贴等指标偏低。"

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
)
"""
measure = "count(distinct record.meal_point)"
*/
select
    ref_area,
    time_period,
    reporting_points as numerator,  -- nothing sent is a known zero here
    open_points as denominator
from mart.meal_service_month
