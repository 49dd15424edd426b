-- One row per area × year of community projects; areas are the in-scope townships and the county
-- over them. Years are those of approval, but for `due` and `finished` (planned to end in the year)
-- and `best` (chosen in the year).
--   lasting_budget, spent, earned   of those approved and not cancelled, as known today
--   all_spent                       of those approved, cancelled ones too, as known today
--   micro                           of at most 20,000 yuan, local configuration
--   due, finished                   planned to end by the month's end and not cancelled, and those
--                                   of them finished by the day the data reach
--   base_types, guides              distinct types of the eight and service guides: sums of
--                                   townships would count them twice, hence the county's own row
with

area_township as (
    select
        ref_area as township,
        ref_area as area,
        'township' as area_level
    from reference.township
    where in_scope
    union all
    select
        township.ref_area as township,
        county.ref_area as area,
        'county' as area_level
    from reference.township as township
    cross join reference.county as county
    where township.in_scope
),

area_year as (
    select
        area_township.area,
        area_township.area_level,
        extract_month.year,
        max(extract_month.counted_on) as counted_on
    from reference.extract_month as extract_month
    inner join area_township on extract_month.ref_area = area_township.township
    where extract_month.extract = 'community_projects'
    group by area_township.area, area_township.area_level, extract_month.year
),

project as (
    select
        area_township.area,
        cast(year(projects.approved_on) as bigint) as approved_year,
        cast(year(projects.planned_end_on) as bigint) as planned_end_year,
        projects.planned_end_on,
        projects.final_on,
        projects.cancelled_on,
        projects.brand,
        projects.also_brand,
        projects.tier,
        projects.guide_no,
        projects.best_year,
        projects.budget,
        projects.spent,
        projects.own_income,
        case when projects.base_type <> '其他' then projects.base_type end as base_type
    from staging.community_projects as projects
    inner join area_township on projects.ref_area = area_township.township
    where projects.approved_on is not null
)

select
    area_year.area as ref_area,
    area_year.area_level,
    area_year.year,
    cast(area_year.year as string) as time_period,
    cast(count(*) filter (where project.approved_year = area_year.year) as bigint) as approved,
    cast(coalesce(sum(project.budget) filter (
        where project.approved_year = area_year.year and project.cancelled_on is null
    ), 0) as decimal(18, 2)) as lasting_budget,
    cast(coalesce(sum(project.spent) filter (
        where project.approved_year = area_year.year and project.cancelled_on is null
    ), 0) as decimal(18, 2)) as spent,
    cast(coalesce(sum(project.own_income) filter (
        where project.approved_year = area_year.year and project.cancelled_on is null
    ), 0) as decimal(18, 2)) as earned,
    cast(coalesce(sum(project.spent) filter (
        where project.approved_year = area_year.year
    ), 0) as decimal(18, 2)) as all_spent,
    cast(count(*) filter (
        where project.approved_year = area_year.year and project.budget <= 20000
    ) as bigint) as micro,
    cast(count(*) filter (
        where
            project.planned_end_year = area_year.year
            and project.planned_end_on <= area_year.counted_on
            and project.cancelled_on is null
    ) as bigint) as due,
    cast(count(*) filter (
        where
            project.planned_end_year = area_year.year
            and project.planned_end_on <= area_year.counted_on
            and project.cancelled_on is null
            and project.final_on is not null
    ) as bigint) as finished,
    cast(count(*) filter (
        where
            project.approved_year = area_year.year
            and (project.brand = '幸福来敲门' or project.also_brand = '幸福来敲门')
    ) as bigint) as xingfu,
    cast(count(*) filter (
        where project.approved_year = area_year.year and project.tier = '骨干型'
    ) as bigint) as tier_backbone,
    cast(count(*) filter (
        where project.approved_year = area_year.year and project.tier = '成长型'
    ) as bigint) as tier_growing,
    cast(count(*) filter (where project.best_year = area_year.year) as bigint) as best,
    cast(count(distinct case
        when project.approved_year = area_year.year then project.base_type
    end) as bigint) as base_types,
    cast(count(distinct case
        when project.approved_year = area_year.year then project.guide_no
    end) as bigint) as guides
from area_year
left join project on area_year.area = project.area
group by area_year.area, area_year.area_level, area_year.year, area_year.counted_on
