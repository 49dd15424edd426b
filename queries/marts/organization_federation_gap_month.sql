-- One row per in-scope village or community × month at whose end it had no federation of
-- community organizations, from the month in which the first federation was founded.
with

founded as (
    select min(opened_on) as first_on
    from staging.organization_sites
    where kind = '村社区社会组织联合会'
)

select
    community.community,
    community.name_zh,
    community.ref_area,
    community.lon,
    community.lat,
    community.kind,
    extract_month.month_start,
    extract_month.time_period
from reference.extract_month as extract_month
inner join reference.community as community
    on extract_month.ref_area = community.ref_area
inner join founded on extract_month.counted_on >= founded.first_on
left join staging.organization_sites as sites
    on community.community = sites.community
    and sites.kind = '村社区社会组织联合会'
    and extract_month.counted_on >= sites.opened_on
where
    extract_month.extract = 'organization_sites'
    and sites.site is null
