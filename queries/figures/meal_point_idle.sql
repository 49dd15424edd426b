/*
name_zh = "闲置和超载的助餐点"
name_en = "Meal points that stand idle or are overloaded"
theme = "meal_services"
kind = "list"
unit_zh = "个"
freq = "M"
extracts = ["meal_services", "meal_points"]
reviewed = 2026-11-23

definition_zh = "当月日均供餐不足日供餐能力四成的助餐点列为闲置，超过日供餐能力的列为超载，逐个列名。"
definition_en = "Every meal point that served fewer than 40 percent of the meals a day it could, or more than it could."
category_zh = "助餐点"
series_zh = "日均供餐与供餐能力"
caveats_zh = "两条界线是本地配置，在参照表setting.csv里改（meal_idle、meal_overloaded）。日均按营业的日历日计，未扣除周末和节假日；没有报送、没有登记供餐能力的助餐点不列。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and exists (
    select 1
    from staging.meal_points as point
    where
        point.meal_point = record.meal_point
        and point.ref_area = record.ref_area
        and point.opened_on <= spine.end_date
        and (point.closed_on is null or point.closed_on > spine.start_date)
        and (
            record.meals < (select value from reference.setting where setting = 'meal_idle') * point.capacity * (day(spine.end_date)
    - greatest(0, point.opened_on - spine.start_date)
    - case when point.closed_on <= spine.end_date then spine.end_date - point.closed_on + 1 else 0 end)
            or record.meals > (select value from reference.setting where setting = 'meal_overloaded') * point.capacity * (day(spine.end_date)
    - greatest(0, point.opened_on - spine.start_date)
    - case when point.closed_on <= spine.end_date then spine.end_date - point.closed_on + 1 else 0 end)
        )
)
"""
rows_category = "(select point.name from staging.meal_points as point where point.meal_point = record.meal_point)"
rows_series = """(
    select
        case when record.meals > (select value from reference.setting where setting = 'meal_overloaded') * point.capacity * (day(spine.end_date)
    - greatest(0, point.opened_on - spine.start_date)
    - case when point.closed_on <= spine.end_date then spine.end_date - point.closed_on + 1 else 0 end)
            then '超载' else '闲置' end
        || '，日均' || round(record.meals / (day(spine.end_date)
    - greatest(0, point.opened_on - spine.start_date)
    - case when point.closed_on <= spine.end_date then spine.end_date - point.closed_on + 1 else 0 end), 1) || '份，能力' || point.capacity || '份，占'
        || round(100 * record.meals / (point.capacity * (day(spine.end_date)
    - greatest(0, point.opened_on - spine.start_date)
    - case when point.closed_on <= spine.end_date then spine.end_date - point.closed_on + 1 else 0 end)), 1) || '%'
    from staging.meal_points as point
    where point.meal_point = record.meal_point
)"""
*/
with

threshold as (
    select
        max(value) filter (where setting = 'meal_idle') as idle,
        max(value) filter (where setting = 'meal_overloaded') as overloaded
    from reference.setting
),

judged as (
    select
        load.*,
        load.capacity * load.open_days as capacity_meals,
        load.meals > threshold.overloaded * load.capacity * load.open_days as is_overloaded,
        load.meals < threshold.idle * load.capacity * load.open_days as is_idle
    from mart.meal_load_month as load
    cross join threshold
)

select
    ref_area,
    time_period,
    name_zh as category,
    row_number() over (
        partition by ref_area, time_period order by is_overloaded desc, meals / capacity_meals, meal_point
    ) as category_position,
    case when is_overloaded then '超载' else '闲置' end
    || '，日均' || round(meals / open_days, 1) || '份，能力' || capacity || '份，占'
    || round(100 * meals / capacity_meals, 1) || '%' as series,
    case when is_overloaded then 1 else 2 end as series_position,
    1 as numerator
from judged
where is_overloaded or is_idle
