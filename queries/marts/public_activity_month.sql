-- One row per in-scope township × month × programme of public activities; every combination has a row:
-- what is not in the register was not held.
--   planned                           activities entered in the plan in the month
--   held, seats, persons, viewers     those held in the month; seats only where they are limited
with

township_month as (
    select
        extract_month.ref_area,
        extract_month.time_period,
        extract_month.month_start,
        extract_month.counted_on,
        extract_month.year,
        programme.programme
    from reference.extract_month
    cross join (
        select programme
        from staging.public_activities
        group by programme
    ) as programme
    where extract_month.extract = 'public_activities'
),

held as (
    select
        township_month.ref_area,
        township_month.time_period,
        township_month.programme,
        cast(count(*) as bigint) as held,
        cast(coalesce(sum(activity.seats), 0) as bigint) as seats,
        cast(sum(activity.persons) as bigint) as persons,
        cast(sum(activity.viewers) as bigint) as viewers
    from township_month
    inner join staging.public_activities as activity
        on township_month.ref_area = activity.ref_area
        and township_month.programme = activity.programme
        and activity.held_on between township_month.month_start and township_month.counted_on
    group by township_month.ref_area, township_month.time_period, township_month.programme
),

planned as (
    select
        township_month.ref_area,
        township_month.time_period,
        township_month.programme,
        cast(count(*) as bigint) as planned
    from township_month
    inner join staging.public_activities as activity
        on township_month.ref_area = activity.ref_area
        and township_month.programme = activity.programme
        and activity.planned_on between township_month.month_start and township_month.counted_on
    group by township_month.ref_area, township_month.time_period, township_month.programme
)

select
    township_month.ref_area,
    township_month.time_period,
    township_month.year,
    township_month.programme,
    coalesce(planned.planned, 0) as planned,
    coalesce(held.held, 0) as held,
    coalesce(held.seats, 0) as seats,
    coalesce(held.persons, 0) as persons,
    coalesce(held.viewers, 0) as viewers
from township_month
left join held
    on township_month.ref_area = held.ref_area
    and township_month.time_period = held.time_period
    and township_month.programme = held.programme
left join planned
    on township_month.ref_area = planned.ref_area
    and township_month.time_period = planned.time_period
    and township_month.programme = planned.programme
