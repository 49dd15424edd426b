-- One row per area × year of trainings; areas are the in-scope townships and the county over them, where
-- a class, platform, batch, year or field counts once however many townships take part.
--   classes, platforms, fields   classes begun, online platforms used and fields of advanced supervision
--                                taught in the year
--   batches, preparation_years   batches of 苔花计划 begun, and years with free preparation for the
--                                examination, from the beginning of the register to the end of the year
with

area as (
    select
        ref_area as township,
        ref_area as area
    from reference.township
    where in_scope
    union all
    select
        township.ref_area as township,
        county.ref_area as area
    from reference.township as township
    cross join reference.county as county
    where township.in_scope
),

township_year as (
    select
        ref_area,
        year,
        max(counted_on) as counted_on
    from reference.extract_month
    where extract = 'trainings'
    group by ref_area, year
)

select
    area.area as ref_area,
    cast(township_year.year as bigint) as year,
    cast(count(distinct training.training) filter (
        where year(training.held_on) = township_year.year
    ) as bigint) as classes,
    cast(count(distinct training.platform) filter (
        where year(training.held_on) = township_year.year
    ) as bigint) as platforms,
    cast(count(distinct training.field) filter (
        where year(training.held_on) = township_year.year
    ) as bigint) as fields,
    cast(count(distinct training.batch) as bigint) as batches,
    cast(count(distinct year(training.held_on)) filter (
        where training.programme = '考前培训'
    ) as bigint) as preparation_years
from township_year
inner join area
    on township_year.ref_area = area.township
left join staging.trainings as training
    on township_year.ref_area = training.ref_area
    and township_year.counted_on >= training.held_on
group by area.area, township_year.year
