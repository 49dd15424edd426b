/*
name_zh = "在册低收入家庭"
name_en = "Low-income households on the register"
theme = "profiles"
unit_measure = "households"
unit_zh = "户"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
category_zh = "低收入类别"
extracts = ["assistance_profiles"]
reviewed = 2026-11-22

definition_zh = "当月在低收入人口动态监测登记册上的家庭数，按低保、特困、低保边缘、其他低收入分。"
definition_en = "Households on the register of low-income households in the month, by category."
caveats_zh = "登记册按户，一户只有一个类别。镇街道当月没有报送登记册的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
rows_category = "record.category"
*/
with

township_month as (
    select
        ref_area,
        time_period
    from mart.profile_household_month
    group by ref_area, time_period
),

category as (
    select category
    from mart.profile_household_month
    group by category
),

counted as (
    select
        ref_area,
        time_period,
        category,
        count(*) as households
    from mart.profile_household_month
    group by ref_area, time_period, category
)

select
    township_month.ref_area,
    township_month.time_period,
    category.category,
    coalesce(counted.households, 0) as numerator  -- none on the register is none, not unknown
from township_month
cross join category
left join counted
    on township_month.ref_area = counted.ref_area
    and township_month.time_period = counted.time_period
    and category.category = counted.category
