-- One row per in-scope township × year × batch of 苔花计划 begun by the end of the year: its trainees.
-- Every township has a row for every batch begun: who is not on the register took no part.
with

township_year as (
    select
        ref_area,
        year,
        max(counted_on) as counted_on
    from reference.extract_month
    where extract = 'trainings'
    group by ref_area, year
),

begun as (
    select
        batch,
        min(held_on) as held_on
    from staging.trainings
    where programme = '苔花计划'
    group by batch
)

select
    township_year.ref_area,
    cast(township_year.year as bigint) as year,
    begun.batch,
    cast(coalesce(sum(training.people), 0) as bigint) as people
from township_year
inner join begun
    on township_year.counted_on >= begun.held_on
left join staging.trainings as training
    on township_year.ref_area = training.ref_area
    and begun.batch = training.batch
    and township_year.counted_on >= training.held_on
group by township_year.ref_area, township_year.year, begun.batch
