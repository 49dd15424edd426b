-- One row per project approved in an in-scope township.
select
    projects.project,
    projects.name,
    projects.ref_area,
    coalesce(brand.canonical, '无品牌') as brand,
    projects.theme,
    projects.base_type,
    projects.budget,
    projects.applied_on,
    projects.approved_on,
    projects.best_year
from staging.community_projects as projects
inner join reference.township as township on projects.ref_area = township.ref_area
left join reference.brand as brand on projects.brand = brand.brand
where
    township.in_scope
    and projects.approved_on is not null
