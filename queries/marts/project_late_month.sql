-- One row per in-scope township × month: steps of approved projects that were due before the
-- month's end, not done and not cancelled by then. A project waits at one step at a time. What
-- waits for approval is left out: that is the office's own delay.
select
    extract_month.ref_area,
    extract_month.time_period,
    cast(count(steps.ref_area) as bigint) as late
from reference.extract_month as extract_month
left join staging.project_steps as steps
    on extract_month.ref_area = steps.ref_area
    and steps.step not in ('申报', '立项')
    and steps.due_on < extract_month.counted_on
    and (steps.done_on is null or steps.done_on > extract_month.counted_on)
    and (steps.cancelled_on is null or steps.cancelled_on > extract_month.counted_on)
where extract_month.extract = 'project_steps'
group by extract_month.ref_area, extract_month.time_period
