-- One row per project approved in an in-scope township that reported anything: what it served.
select
    projects.project,
    projects.ref_area,
    cast(year(projects.approved_on) as bigint) as approved_year,
    cast(sum(activities.person_times) as bigint) as person_times
from staging.community_projects as projects
inner join reference.township as township on projects.ref_area = township.ref_area
inner join staging.project_activities as activities
    on projects.project = activities.project
    and projects.ref_area = activities.ref_area
where
    township.in_scope
    and projects.approved_on is not null
group by projects.project, projects.ref_area, year(projects.approved_on)
