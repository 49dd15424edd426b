-- One row per in-scope township × month × funder × brand: projects approved by the month's end.
-- A project has one brand, the one its own brand is another spelling of; none in the table of brands is 无品牌.
select
    extract_month.ref_area,
    extract_month.time_period,
    projects.funder,
    coalesce(brand.canonical, '无品牌') as brand,
    cast(count(*) as bigint) as approved
from reference.extract_month as extract_month
inner join staging.community_projects as projects
    on extract_month.ref_area = projects.ref_area
    and extract_month.counted_on >= projects.approved_on
left join reference.brand as brand on projects.brand = brand.brand
where extract_month.extract = 'community_projects'
group by
    extract_month.ref_area,
    extract_month.time_period,
    projects.funder,
    coalesce(brand.canonical, '无品牌')
