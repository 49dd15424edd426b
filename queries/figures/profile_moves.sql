/*
name_zh = "分色变动"
name_en = "Changes of colour"
theme = "profiles"
kind = "heat"
unit_zh = "户次"
freq = "A"
rollup = "none"
extracts = ["assistance_profiles"]
reviewed = 2026-11-22

definition_zh = "年内各月在册家庭的分色，与上月分色交叉分组，未变动的也计在内。"
definition_en = "Household months of the year by colour and colour of the month before, unchanged ones included."
category_zh = "上月分色"
series_zh = "当月分色"
caveats_zh = "行是上月，列是当月，对角线是没有变动的。2023年从2月计起；2024年计到8月。只出全市数。"

# Which records make the numerator of an area and period
rows = """
record.month between spine.start_date and spine.counted_on
and exists (
    select 1
    from staging.assistance_profiles as before
    where before.household = record.household and before.month = record.month - interval 1 month
)
"""
rows_category = """
(
    select label.name_zh
    from staging.assistance_profiles as before
    inner join reference.profile_label as label on before.colour = label.code
    where before.household = record.household and before.month = record.month - interval 1 month
)
"""
rows_series = "(select label.name_zh from reference.profile_label as label where label.code = record.colour)"
*/
with

county_year as (
    select
        county.ref_area,
        household.year
    from mart.profile_household_month as household
    cross join reference.county
    group by county.ref_area, household.year
),

counted as (
    select
        year,
        before_colour,
        colour,
        count(*) as moves
    from mart.profile_household_month
    where before_colour is not null
    group by year, before_colour, colour
)

-- the county alone: in a township most of the moves are too few to be shown
select
    county_year.ref_area,
    cast(county_year.year as varchar) as time_period,
    origin.name_zh as category,
    origin.place as category_position,
    colour.name_zh as series,
    colour.place as series_position,
    coalesce(counted.moves, 0) as numerator
from county_year
cross join reference.profile_label as origin
cross join reference.profile_label as colour
left join counted
    on county_year.year = counted.year
    and origin.code = counted.before_colour
    and colour.code = counted.colour
where
    origin.kind = '色'
    and colour.kind = '色'
