-- One row per project and step begun in an in-scope township, with when its project applied.
select
    steps.project,
    steps.ref_area,
    steps.step,
    steps.started_on,
    steps.due_on,
    steps.done_on,
    steps.cancelled_on,
    projects.applied_on
from staging.project_steps as steps
inner join reference.township as township on steps.ref_area = township.ref_area
left join staging.community_projects as projects on steps.project = projects.project
where township.in_scope
