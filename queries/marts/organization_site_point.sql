-- One row per site for organizations in an in-scope township on the day the data reach.
select
    sites.name,
    sites.kind,
    sites.ref_area,
    community.name_zh as community_zh,
    sites.opened_on,
    sites.model_on,
    sites.area,
    sites.operator_grade,
    sites.orgs_covered,
    sites.member_orgs,
    sites.activities,
    sites.lon,
    sites.lat
from staging.organization_sites as sites
inner join reference.township as township on sites.ref_area = township.ref_area
left join reference.community as community on sites.community = community.community
where township.in_scope
