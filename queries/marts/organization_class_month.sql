-- One row per in-scope township × month × kind × community or not × field × grade that held a
-- registered organization at the end of the month. A class without one has no row: it means zero.
with

township_month as (
    select
        ref_area,
        month_start,
        time_period,
        counted_on
    from reference.extract_month
    where extract = 'organizations'
),

present_organization as (
    select
        township_month.ref_area,
        township_month.month_start,
        township_month.time_period,
        organizations.kind,
        organizations.is_community,
        organizations.field,
        case
            when organizations.graded_on <= township_month.counted_on then organizations.grade
            else '未评'
        end as grade_then
    from township_month
    inner join staging.organizations as organizations
        on township_month.ref_area = organizations.ref_area
        and township_month.counted_on >= organizations.registered_on
    where
        organizations.basis <> '备案'
        and (
            organizations.deregistered_on is null
            or organizations.deregistered_on > township_month.counted_on
        )
)

select
    ref_area,
    month_start,
    time_period,
    kind,
    is_community,
    field,
    grade_then as grade,
    cast(count(*) as bigint) as organizations
from present_organization
group by ref_area, month_start, time_period, kind, is_community, field, grade_then
