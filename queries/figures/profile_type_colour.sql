/*
name_zh = "五型三色分布"
name_en = "Households by type and colour"
theme = "profiles"
kind = "heat"
unit_zh = "户"
freq = "M"
rollup = "none"
extracts = ["assistance_profiles"]
reviewed = 2026-11-22

definition_zh = "当月在册低收入家庭数，按三色和五型交叉分组。"
definition_en = "Households on the register in the month, by colour and type."
category_zh = "分色"
series_zh = "分型"
caveats_zh = "只出全市数：分到镇街道，多数格不足10户。名称在参照表里改。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
rows_category = "(select label.name_zh from reference.profile_label as label where label.code = record.colour)"
rows_series = "(select label.name_zh from reference.profile_label as label where label.code = record.profile_type)"
*/
with

county_month as (
    select
        county.ref_area,
        household.time_period
    from mart.profile_household_month as household
    cross join reference.county
    group by county.ref_area, household.time_period
),

counted as (
    select
        time_period,
        colour,
        profile_type,
        count(*) as households
    from mart.profile_household_month
    group by time_period, colour, profile_type
)

-- the county alone: in a township most of the fifteen groups are too few to be shown
select
    county_month.ref_area,
    county_month.time_period,
    colour.name_zh as category,
    colour.place as category_position,
    type.name_zh as series,
    type.place as series_position,
    coalesce(counted.households, 0) as numerator
from county_month
cross join reference.profile_label as colour
cross join reference.profile_label as type
left join counted
    on county_month.time_period = counted.time_period
    and colour.code = counted.colour
    and type.code = counted.profile_type
where
    colour.kind = '色'
    and type.kind = '型'
