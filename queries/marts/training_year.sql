-- One row per in-scope township × year × programme of trainings, '_T' over all programmes; classes count in
-- the year they began. Every township has a row for every programme there is: who is not on the register
-- was not trained.
with

township_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'trainings'
    group by ref_area, year
),

heading as (
    select
        programme,
        programme as heading
    from staging.trainings
    group by programme
    union all
    select
        programme,
        '_T' as heading
    from staging.trainings
    group by programme
),

listed as (
    select heading
    from heading
    group by heading
),

trained as (
    select
        training.ref_area,
        cast(year(training.held_on) as bigint) as year,
        heading.heading,
        sum(training.people) as people,
        sum(training.people * training.hours) as person_hours,
        sum(training.assessed) as assessed,
        sum(training.passed) as passed,
        sum(training.followed_up) as followed_up,
        sum(training.still_in_post) as still_in_post,
        sum(training.people) filter (where training.role = '治理骨干') as backbones
    from staging.trainings as training
    inner join heading
        on training.programme = heading.programme
    group by training.ref_area, year(training.held_on), heading.heading
)

select
    township_year.ref_area,
    cast(township_year.year as bigint) as year,
    listed.heading as programme,
    cast(coalesce(trained.people, 0) as bigint) as people,
    cast(coalesce(trained.person_hours, 0) as decimal(18, 2)) as person_hours,
    cast(coalesce(trained.assessed, 0) as bigint) as assessed,
    cast(coalesce(trained.passed, 0) as bigint) as passed,
    cast(coalesce(trained.followed_up, 0) as bigint) as followed_up,
    cast(coalesce(trained.still_in_post, 0) as bigint) as still_in_post,
    cast(coalesce(trained.backbones, 0) as bigint) as backbones
from township_year
cross join listed
left join trained
    on township_year.ref_area = trained.ref_area
    and township_year.year = trained.year
    and listed.heading = trained.heading
