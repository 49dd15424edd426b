-- One row per in-scope township × month, from a year after the log begins: community organizations
-- registered at the month's end, and those of them that reported to the party organization of
-- their community within 365 days.
with

township_month as (
    select
        extract_month.ref_area,
        extract_month.month_start,
        extract_month.time_period,
        extract_month.counted_on
    from reference.extract_month as extract_month
    inner join reference.extract as extract on extract_month.extract = extract.extract
    where
        extract_month.extract = 'organization_checks'
        and extract_month.counted_on >= extract.history_from + interval '364' day
),

standing as (
    select
        township_month.ref_area,
        township_month.month_start,
        township_month.time_period,
        township_month.counted_on,
        organizations.credit_code
    from township_month
    left join staging.organizations as organizations
        on township_month.ref_area = organizations.ref_area
        and township_month.counted_on >= organizations.registered_on
        and organizations.basis <> '备案'
        and organizations.is_community
        and (
            organizations.deregistered_on is null
            or organizations.deregistered_on > township_month.counted_on
        )
),

reported as (
    select
        standing.ref_area,
        standing.month_start,
        standing.credit_code
    from standing
    inner join staging.organization_checks as checks
        on standing.credit_code = checks.credit_code
        and standing.ref_area = checks.ref_area
        and checks.kind = '党组织报到'
        and checks.checked_on <= standing.counted_on
        and checks.checked_on + interval '365' day > standing.counted_on
    group by standing.ref_area, standing.month_start, standing.credit_code
)

select
    standing.ref_area,
    standing.month_start,
    standing.time_period,
    cast(count(standing.credit_code) as bigint) as organizations,
    cast(count(reported.credit_code) as bigint) as reported
from standing
left join reported
    on standing.ref_area = reported.ref_area
    and standing.month_start = reported.month_start
    and standing.credit_code = reported.credit_code
group by standing.ref_area, standing.month_start, standing.time_period
