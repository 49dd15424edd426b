-- One row per in-scope township × year × special day: couples registered on it. A day on which the
-- centre was closed in a year has zeros.
with

township_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'marriages'
    group by ref_area, year
),

special_day as (
    select special_day
    from staging.marriages
    where special_day is not null
    group by special_day
)

select
    township_year.ref_area,
    cast(township_year.year as string) as time_period,
    special_day.special_day,
    cast(coalesce(sum(marriage.couples), 0) as bigint) as couples
from township_year
cross join special_day
left join staging.marriages as marriage
    on township_year.ref_area = marriage.ref_area
    and township_year.year = year(marriage.registered_on)
    and special_day.special_day = marriage.special_day
group by township_year.ref_area, township_year.year, special_day.special_day
