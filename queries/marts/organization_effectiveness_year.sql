-- One row per in-scope township × year of the evaluation of what community organizations bring
-- about. A township whose organizations took no part has zeros.
--   lists_0 … lists_3           organizations by how many of the three lists they have
--   self_score, reviewed_score  sums over those reviewed, so that the two can be compared
with

township_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'organization_effectiveness'
    group by ref_area, year
),

evaluated as (
    select
        ref_area,
        year,
        exchanges,
        self_score,
        reviewed_score,
        case when has_service_list then 1 else 0 end
        + case when has_resource_list then 1 else 0 end
        + case when has_project_list then 1 else 0 end as lists
    from staging.organization_effectiveness
)

select
    township_year.ref_area,
    township_year.year,
    cast(township_year.year as string) as time_period,
    cast(count(evaluated.ref_area) as bigint) as organizations,
    cast(count(*) filter (where evaluated.lists = 0) as bigint) as lists_0,
    cast(count(*) filter (where evaluated.lists = 1) as bigint) as lists_1,
    cast(count(*) filter (where evaluated.lists = 2) as bigint) as lists_2,
    cast(count(*) filter (where evaluated.lists = 3) as bigint) as lists_3,
    cast(count(*) filter (where evaluated.exchanges >= 1) as bigint) as exchanging,
    cast(count(evaluated.reviewed_score) as bigint) as reviewed,
    cast(coalesce(sum(evaluated.self_score) filter (
        where evaluated.reviewed_score is not null
    ), 0) as decimal(18, 2)) as self_score,
    cast(coalesce(sum(evaluated.reviewed_score), 0) as decimal(18, 2)) as reviewed_score
from township_year
left join evaluated
    on township_year.ref_area = evaluated.ref_area
    and township_year.year = evaluated.year
group by township_year.ref_area, township_year.year
