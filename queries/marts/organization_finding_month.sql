-- One row per in-scope township × month × type of finding: found up to the month's end, and how
-- many of them are fixed by then. Types nobody ever found have no rows.
with

finding_type as (
    select finding_type
    from staging.organization_checks
    where finding_type is not null
    group by finding_type
)

select
    extract_month.ref_area,
    extract_month.time_period,
    finding_type.finding_type,
    cast(count(checks.ref_area) as bigint) as found,
    cast(count(*) filter (
        where checks.fixed_on <= extract_month.counted_on
    ) as bigint) as fixed
from reference.extract_month as extract_month
cross join finding_type
left join staging.organization_checks as checks
    on extract_month.ref_area = checks.ref_area
    and finding_type.finding_type = checks.finding_type
    and extract_month.counted_on >= checks.checked_on
where extract_month.extract = 'organization_checks'
group by extract_month.ref_area, extract_month.time_period, finding_type.finding_type
