-- One row per in-scope township × year in which charity projects opened: yuan raised and spent on them
-- by the day the data reach, and those of the public-benefit ventures. A year without any has zeros.
with

township_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'charity_projects'
    group by ref_area, year
)

select
    township_year.ref_area,
    cast(township_year.year as string) as time_period,
    cast(coalesce(sum(project.amount_raised), 0) as decimal(18, 2)) as amount_raised,
    cast(coalesce(sum(project.amount_spent), 0) as decimal(18, 2)) as amount_spent,
    cast(count(*) filter (where project.funder = '公益创投') as bigint) as ventures,
    cast(coalesce(sum(project.amount_raised) filter (
        where project.funder = '公益创投'
    ), 0) as decimal(18, 2)) as venture_amount
from township_year
left join staging.charity_projects as project
    on township_year.ref_area = project.ref_area
    and township_year.year = year(project.opened_on)
group by township_year.ref_area, township_year.year
