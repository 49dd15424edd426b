-- One row per in-scope township × year × kind of giver × stage of study; every combination has a row:
-- what the return does not name was not given. Amounts in yuan.
with

township_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'student_aids'
    group by ref_area, year
),

giver as (
    select giver
    from staging.student_aids
    group by giver
),

stage as (
    select stage
    from staging.student_aids
    group by stage
)

select
    township_year.ref_area,
    cast(township_year.year as string) as time_period,
    giver.giver,
    stage.stage,
    cast(coalesce(sum(aid.students), 0) as bigint) as students,
    cast(coalesce(sum(aid.amount), 0) as decimal(18, 2)) as amount
from township_year
cross join giver
cross join stage
left join staging.student_aids as aid
    on township_year.ref_area = aid.ref_area
    and township_year.year = aid.year
    and giver.giver = aid.giver
    and stage.stage = aid.stage
group by township_year.ref_area, township_year.year, giver.giver, stage.stage
