-- One row per in-scope township × year for which continuing-education hours are kept.
-- Only those certified before the year began had the whole year to study. No hours on file is none
-- taken: the training platform records every course.
with

worker_hours as (
    select
        ref_area,
        certified_on,
        2021 as hours_year,
        coalesce(hours_2021, 0) as hours
    from staging.social_workers
    union all
    select
        ref_area,
        certified_on,
        2022 as hours_year,
        coalesce(hours_2022, 0) as hours
    from staging.social_workers
    union all
    select
        ref_area,
        certified_on,
        2023 as hours_year,
        coalesce(hours_2023, 0) as hours
    from staging.social_workers
),

township_year as (
    select
        township.ref_area,
        month.month_start as year_start,
        month.year
    from reference.township as township
    cross join reference.month as month
    cross join reference.extract as extract
    where
        township.in_scope
        and month.month = 1
        and month.year >= 2021
        and month.year <= 2023
        and extract.extract = 'social_workers'
        and month.month_start <= extract.as_of
)

select
    township_year.ref_area,
    township_year.year,
    cast(count(worker_hours.ref_area) as bigint) as workers,
    -- 24 hours a year is local configuration (本地配置)
    cast(count(*) filter (where worker_hours.hours >= 24) as bigint) as educated_workers,
    cast(coalesce(sum(worker_hours.hours), 0) as bigint) as hours
from township_year
left join worker_hours
    on township_year.ref_area = worker_hours.ref_area
    and township_year.year = worker_hours.hours_year
    and township_year.year_start > worker_hours.certified_on
group by township_year.ref_area, township_year.year
