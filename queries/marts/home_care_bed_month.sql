-- One row per in-scope township × month: its home care beds at the end of the month.
-- Every township has a row in every month: a bed that is not on the register does not exist.
--   built    beds built in the month
--   served   beds in use with a service in the 60 days before; known on the day the register reaches
--            only, null in months before
with

township_month as (
    select
        ref_area,
        month_start,
        time_period,
        counted_on,
        as_of
    from reference.extract_month
    where extract = 'home_care_beds'
),

bed_month as (
    select
        township_month.ref_area,
        township_month.month_start,
        home_care_beds.built_on >= township_month.month_start as is_built_now,
        home_care_beds.ended_on is null
        or home_care_beds.ended_on > township_month.counted_on as is_in_use,
        home_care_beds.last_service_on + interval '60' day >= township_month.as_of as is_served
    from township_month
    inner join staging.home_care_beds as home_care_beds
        on township_month.ref_area = home_care_beds.ref_area
        and township_month.counted_on >= home_care_beds.built_on
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    cast(count(*) filter (where bed_month.is_built_now) as bigint) as built,
    cast(count(*) filter (where bed_month.is_in_use) as bigint) as in_use,
    case
        when township_month.counted_on = township_month.as_of
            then cast(count(*) filter (
                where bed_month.is_in_use and bed_month.is_served
            ) as bigint)
    end as served
from township_month
left join bed_month
    on township_month.ref_area = bed_month.ref_area
    and township_month.month_start = bed_month.month_start
group by
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    township_month.counted_on,
    township_month.as_of
