-- One row per in-scope township × month × group of visits due. A township × month without any return
-- was not reported: it has no row; a group without one in a township that reported had no visits due.
with

sent as (
    select
        visit.ref_area,
        month.month_start,
        month.time_period
    from staging.care_visits as visit
    inner join reference.township as township
        on visit.ref_area = township.ref_area
        and township.in_scope
    inner join reference.extract as extract
        on extract.extract = 'care_visits'
        and visit.month >= extract.history_from
        and visit.month <= extract.as_of
    inner join reference.month as month on visit.month = month.month_start
    group by visit.ref_area, month.month_start, month.time_period
),

visit_group as (
    select
        visit_group,
        programme
    from staging.care_visits
    group by visit_group, programme
)

select
    sent.ref_area,
    sent.time_period,
    visit_group.visit_group,
    visit_group.programme,
    cast(coalesce(sum(visit.due), 0) as bigint) as due,
    cast(coalesce(sum(visit.done_on_time), 0) as bigint) as done_on_time,
    cast(coalesce(sum(visit.overdue), 0) as bigint) as overdue,
    cast(coalesce(sum(visit.problems_found), 0) as bigint) as problems_found,
    cast(coalesce(sum(visit.problems_solved), 0) as bigint) as problems_solved
from sent
cross join visit_group
left join staging.care_visits as visit
    on sent.ref_area = visit.ref_area
    and sent.month_start = visit.month
    and visit_group.visit_group = visit.visit_group
group by sent.ref_area, sent.time_period, visit_group.visit_group, visit_group.programme
