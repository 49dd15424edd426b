-- One row per in-scope township × month × kind of meal point, and '_T' over the kinds.
-- Every township has every row in every month: where the register holds no point there is none, so its
-- counts are zero.
--   points, standard_points, capacity   open at the end of the month (or on the day the data reach);
--                                       capacity is null where no open point has one registered
--   opened_points, closed_points        opened and closed within the month
--   communities                         villages and residents' communities with an open point
with

township_month as (
    select
        ref_area,
        month_start,
        time_period,
        counted_on
    from reference.extract_month
    where extract = 'meal_points'
),

kind_point as (
    select
        ref_area,
        kind as point_kind,
        community,
        is_standard,
        capacity,
        opened_on,
        closed_on
    from staging.meal_points
    union all
    select
        ref_area,
        '_T' as point_kind,
        community,
        is_standard,
        capacity,
        opened_on,
        closed_on
    from staging.meal_points
),

point_month as (
    select
        township_month.ref_area,
        township_month.month_start,
        township_month.time_period,
        kind_point.point_kind,
        kind_point.community,
        kind_point.is_standard,
        kind_point.capacity,
        -- a point is open until the eve of its closing date
        kind_point.closed_on is null
        or kind_point.closed_on > township_month.counted_on as is_open,
        kind_point.opened_on >= township_month.month_start as is_opened,
        kind_point.closed_on >= township_month.month_start
        and kind_point.closed_on <= township_month.counted_on as is_closed
    from township_month
    inner join kind_point
        on township_month.ref_area = kind_point.ref_area
        and township_month.counted_on >= kind_point.opened_on
),

spine as (
    select
        township_month.ref_area,
        township_month.month_start,
        township_month.time_period,
        kind_point.point_kind as kind
    from township_month
    cross join kind_point
    group by
        township_month.ref_area,
        township_month.month_start,
        township_month.time_period,
        kind_point.point_kind
)

select
    spine.ref_area,
    spine.month_start,
    spine.time_period,
    spine.kind,
    cast(count(*) filter (where point_month.is_open) as bigint) as points,
    cast(
        count(*) filter (where point_month.is_open and point_month.is_standard) as bigint
    ) as standard_points,
    cast(
        case
            when count(*) filter (where point_month.is_open) = 0 then 0
            else sum(point_month.capacity) filter (where point_month.is_open)
        end as bigint
    ) as capacity,
    cast(count(*) filter (where point_month.is_opened) as bigint) as opened_points,
    cast(count(*) filter (where point_month.is_closed) as bigint) as closed_points,
    cast(
        count(distinct point_month.community) filter (where point_month.is_open) as bigint
    ) as communities
from spine
left join point_month
    on spine.ref_area = point_month.ref_area
    and spine.month_start = point_month.month_start
    and spine.kind = point_month.point_kind
group by spine.ref_area, spine.month_start, spine.time_period, spine.kind
