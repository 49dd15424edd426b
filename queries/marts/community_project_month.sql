-- One row per in-scope township × month: community projects, from the register of projects.
-- A register: a project that is not listed does not exist, so none is zero and not unknown.
--   running                    approved, and neither finished nor cancelled at the month's end
--   approved, funds            approved in the month, and what was granted to them
--   fund_total                 granted by the 友邻基金 to the projects approved by the month's end
--   visited_ripe, unvisited    running for 60 days or more, and those of them without a supervisor's
--                              visit in this month and the one before; 60 is local configuration
with

township_month as (
    select
        ref_area,
        month_start,
        time_period,
        counted_on,
        cast(date_trunc('month', month_start - interval '1' day) as date) as previous_start
    from reference.extract_month
    where extract = 'community_projects'
),

project_month as (
    select
        township_month.ref_area,
        township_month.month_start,
        projects.project,
        projects.funder,
        projects.budget,
        projects.approved_on >= township_month.month_start as is_approved_now,
        (projects.final_on is null or projects.final_on > township_month.counted_on)
        and (projects.cancelled_on is null or projects.cancelled_on > township_month.counted_on)
            as is_running,
        projects.approved_on + interval '60' day <= township_month.counted_on as is_ripe
    from township_month
    inner join staging.community_projects as projects
        on township_month.ref_area = projects.ref_area
        and township_month.counted_on >= projects.approved_on
),

visited as (
    select
        township_month.month_start,
        activities.project
    from township_month
    inner join staging.project_activities as activities
        on township_month.ref_area = activities.ref_area
        and activities.month >= township_month.previous_start
        and activities.month <= township_month.month_start
    where activities.supervision_sessions > 0
    group by township_month.month_start, activities.project
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    cast(count(*) filter (where project_month.is_running) as bigint) as running,
    cast(count(*) filter (where project_month.is_approved_now) as bigint) as approved,
    cast(coalesce(sum(project_month.budget) filter (
        where project_month.is_approved_now
    ), 0) as decimal(18, 2)) as funds,
    cast(coalesce(sum(project_month.budget) filter (
        where project_month.funder = '友邻基金'
    ), 0) as decimal(18, 2)) as fund_total,
    cast(count(*) filter (
        where project_month.is_running and project_month.is_ripe
    ) as bigint) as visited_ripe,
    cast(count(*) filter (
        where project_month.is_running and project_month.is_ripe and visited.project is null
    ) as bigint) as unvisited
from township_month
left join project_month
    on township_month.ref_area = project_month.ref_area
    and township_month.month_start = project_month.month_start
left join visited
    on project_month.month_start = visited.month_start
    and project_month.project = visited.project
group by township_month.ref_area, township_month.month_start, township_month.time_period
