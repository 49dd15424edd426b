-- One row per area × month: couples of the area who registered; areas are the in-scope townships and the
-- county over them. Every area has a row in every month: a day without a row had no registration.
--   special_couples           those who registered on a special day
--   teachers, overtime_days   most counsellors on one day, and days off on which the centre opened: of the
--                             days on which anybody of the area registered, so townships do not add up
with

area_month as (
    select
        ref_area as township,
        ref_area,
        'township' as area_level,
        time_period,
        month_start,
        counted_on
    from reference.extract_month
    where extract = 'marriages'
    union all
    select
        extract_month.ref_area as township,
        county.ref_area,
        'county' as area_level,
        extract_month.time_period,
        extract_month.month_start,
        extract_month.counted_on
    from reference.extract_month
    cross join reference.county as county
    where extract_month.extract = 'marriages'
)

select
    area_month.ref_area,
    area_month.area_level,
    area_month.time_period,
    area_month.month_start,
    cast(coalesce(sum(marriage.couples), 0) as bigint) as couples,
    cast(coalesce(sum(marriage.divorces), 0) as bigint) as divorces,
    cast(coalesce(sum(marriage.booked), 0) as bigint) as booked,
    cast(coalesce(sum(marriage.counselled), 0) as bigint) as counselled,
    cast(coalesce(sum(marriage.couples) filter (
        where marriage.special_day is not null
    ), 0) as bigint) as special_couples,
    cast(coalesce(max(marriage.teachers), 0) as bigint) as teachers,
    cast(count(distinct marriage.registered_on) filter (
        where marriage.is_overtime
    ) as bigint) as overtime_days
from area_month
left join staging.marriages as marriage
    on area_month.township = marriage.ref_area
    and marriage.registered_on between area_month.month_start and area_month.counted_on
group by
    area_month.ref_area,
    area_month.area_level,
    area_month.time_period,
    area_month.month_start
