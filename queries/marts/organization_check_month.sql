-- One row per in-scope township × month: checks of organizations and what became of their findings.
-- A register: a check that is not listed was not planned, so no check is zero and not unknown.
--   planned, done        checks (reports to the party left out) planned for the year up to the
--                        month's end, and those of them done by then
--   found, fixed         findings of all years up to the month's end, and those of them fixed
--   unfixed, overdue     findings not fixed at the month's end, and those past their date
with

township_month as (
    select
        ref_area,
        month_start,
        time_period,
        year,
        counted_on
    from reference.extract_month
    where extract = 'organization_checks'
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    cast(count(*) filter (
        where
            checks.kind <> '党组织报到'
            and year(checks.planned_on) = township_month.year
            and checks.planned_on <= township_month.counted_on
    ) as bigint) as planned,
    cast(count(*) filter (
        where
            checks.kind <> '党组织报到'
            and year(checks.planned_on) = township_month.year
            and checks.planned_on <= township_month.counted_on
            and checks.checked_on <= township_month.counted_on
    ) as bigint) as done,
    cast(count(*) filter (
        where checks.result = '有问题' and checks.checked_on <= township_month.counted_on
    ) as bigint) as found,
    cast(count(*) filter (
        where checks.result = '有问题' and checks.fixed_on <= township_month.counted_on
    ) as bigint) as fixed,
    cast(count(*) filter (
        where
            checks.result = '有问题'
            and checks.checked_on <= township_month.counted_on
            and (checks.fixed_on is null or checks.fixed_on > township_month.counted_on)
    ) as bigint) as unfixed,
    cast(count(*) filter (
        where
            checks.result = '有问题'
            and checks.due_on < township_month.counted_on
            and (checks.fixed_on is null or checks.fixed_on > township_month.counted_on)
    ) as bigint) as overdue
from township_month
left join staging.organization_checks as checks
    on township_month.ref_area = checks.ref_area
group by township_month.ref_area, township_month.month_start, township_month.time_period
