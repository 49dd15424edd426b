-- One row per in-scope township × month × kind of station for children, at the end of the month.
-- Every kind has a row: a station that is not on the register does not exist.
--   opened                   stations opened in the month
--   present, expected_ones   of the six things a youth mental health station should have, those there,
--                            and all; families those served this year. Known on the day the register
--                            reaches only, null in months before
with

kind as (
    select kind
    from (
        values
        ('未保站'),
        ('婴幼儿成长驿站'),
        ('心理服务站')
    ) as listed (kind)
),

township_month as (
    select
        ref_area,
        month_start,
        time_period,
        counted_on,
        as_of
    from reference.extract_month
    where extract = 'child_stations'
),

station as (
    select
        ref_area,
        kind,
        opened_on,
        families,
        case when has_station then 1 else 0 end
        + case when has_team then 1 else 0 end
        + case when has_hotline then 1 else 0 end
        + case when has_class then 1 else 0 end
        + case when has_file then 1 else 0 end
        + case when has_activity then 1 else 0 end as present
    from staging.child_stations
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    kind.kind,
    cast(count(station.opened_on) as bigint) as stations,
    cast(count(*) filter (where station.opened_on >= township_month.month_start) as bigint) as opened,
    case
        when township_month.counted_on = township_month.as_of
            then cast(coalesce(sum(station.families), 0) as bigint)
    end as families,
    case
        when township_month.counted_on = township_month.as_of
            then cast(coalesce(sum(station.present), 0) as bigint)
    end as present,
    case
        when township_month.counted_on = township_month.as_of
            then cast(count(station.opened_on) * 6 as bigint)
    end as expected_ones
from township_month
cross join kind
left join station
    on township_month.ref_area = station.ref_area
    and kind.kind = station.kind
    and township_month.counted_on >= station.opened_on
group by
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    township_month.counted_on,
    township_month.as_of,
    kind.kind
