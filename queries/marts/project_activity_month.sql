-- One row per in-scope township × month × brand of the projects' monthly returns; a project has the
-- one brand that its own is another spelling of, none is 其他项目. Months without activity are zero:
-- projects need not report them.
--   activities_total, person_times_total   from the first return to this month
with

branded as (
    select
        activities.ref_area,
        activities.month,
        coalesce(brand.canonical, '其他项目') as brand,
        activities.activities,
        activities.person_times,
        activities.rated,
        activities.satisfied
    from staging.project_activities as activities
    left join staging.community_projects as projects on activities.project = projects.project
    left join reference.brand as brand on projects.brand = brand.brand
),

heading as (
    select
        canonical as brand,
        max(place) as place
    from reference.brand
    group by canonical
    union all
    select
        '其他项目' as brand,
        100 as place
    from reference.county
)

select
    extract_month.ref_area,
    extract_month.time_period,
    heading.brand,
    cast(heading.place as bigint) as place,
    cast(coalesce(sum(branded.activities), 0) as bigint) as activities_total,
    cast(coalesce(sum(branded.person_times), 0) as bigint) as person_times_total,
    cast(coalesce(sum(branded.rated) filter (
        where branded.month = extract_month.month_start
    ), 0) as bigint) as rated,
    cast(coalesce(sum(branded.satisfied) filter (
        where branded.month = extract_month.month_start
    ), 0) as bigint) as satisfied
from reference.extract_month as extract_month
cross join heading
left join branded
    on extract_month.ref_area = branded.ref_area
    and heading.brand = branded.brand
    and extract_month.month_start >= branded.month
where extract_month.extract = 'project_activities'
group by extract_month.ref_area, extract_month.time_period, heading.brand, heading.place
