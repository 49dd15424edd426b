-- One row per in-scope township × month × kind × source of linked charity projects, at the end of the
-- month; every combination has a row: what is not in the catalogue does not exist.
--   linked     linked by then, open or not
--   open_projects  linked and still taking applications
--   fitting    open, and somebody it serves has an open need of its kind
with

township_month as (
    select
        extract_month.ref_area,
        extract_month.time_period,
        extract_month.counted_on,
        kind.kind,
        source.source
    from reference.extract_month
    cross join (
        select kind
        from staging.charity_projects
        group by kind
    ) as kind
    cross join (
        select source
        from staging.charity_projects
        group by source
    ) as source
    where extract_month.extract = 'charity_projects'
),

project_month as (
    select
        township_month.ref_area,
        township_month.time_period,
        township_month.kind,
        township_month.source,
        offer.project,
        offer.open_until is null or offer.open_until >= township_month.counted_on as is_open,
        exists (
            select 1
            from staging.charity_needs as need
            where
                need.kind = offer.kind
                and (offer.area_zh = '全市' or need.ref_area = offer.ref_area)
                and need.raised_on <= township_month.counted_on
                and (need.matched_on is null or need.matched_on > township_month.counted_on)
                and (need.closed_on is null or need.closed_on > township_month.counted_on)
        ) as is_fitting
    from township_month
    inner join staging.charity_projects as offer
        on township_month.ref_area = offer.ref_area
        and township_month.kind = offer.kind
        and township_month.source = offer.source
        and township_month.counted_on >= offer.linked_on
)

select
    township_month.ref_area,
    township_month.time_period,
    township_month.kind,
    township_month.source,
    cast(count(project_month.project) as bigint) as linked,
    cast(count(*) filter (where project_month.is_open) as bigint) as open_projects,
    cast(count(*) filter (
        where project_month.is_open and project_month.is_fitting
    ) as bigint) as fitting
from township_month
left join project_month
    on township_month.ref_area = project_month.ref_area
    and township_month.time_period = project_month.time_period
    and township_month.kind = project_month.kind
    and township_month.source = project_month.source
group by
    township_month.ref_area,
    township_month.time_period,
    township_month.kind,
    township_month.source
