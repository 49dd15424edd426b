-- One row per in-scope township × month × kind of facility with beds.
-- A township that returned nothing though it has such facilities open has no row, and a kind it left
-- out though it has one open has none: unknown is not zero. A kind it has none of has zeros.
with

bed_kind as (
    select kind
    from (
        values
        ('养老院'),
        ('认知障碍照护专区'),
        ('养老综合体')
    ) as listed (kind)
),

returned as (
    select
        ref_area,
        month,
        kind,
        cast(sum(beds) as bigint) as beds,
        cast(sum(occupied) as bigint) as occupied,
        cast(sum(waiting) as bigint) as waiting
    from staging.care_occupancy
    group by ref_area, month, kind
),

township_month as (
    select
        extract_month.ref_area,
        extract_month.month_start,
        extract_month.time_period,
        extract_month.counted_on
    from reference.extract_month as extract_month
    where
        extract_month.extract = 'care_occupancy'
        and (
            exists (
                select 1
                from staging.care_occupancy as care_occupancy
                where
                    care_occupancy.ref_area = extract_month.ref_area
                    and care_occupancy.month = extract_month.month_start
            )
            or not exists (
                select 1
                from staging.care_facilities as care_facilities
                where
                    care_facilities.ref_area = extract_month.ref_area
                    and care_facilities.beds > 0
                    and care_facilities.opened_on <= extract_month.counted_on
            )
        )
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    bed_kind.kind,
    coalesce(returned.beds, 0) as beds,
    coalesce(returned.occupied, 0) as occupied,
    coalesce(returned.waiting, 0) as waiting
from township_month
cross join bed_kind
left join returned
    on township_month.ref_area = returned.ref_area
    and township_month.month_start = returned.month
    and bed_kind.kind = returned.kind
where
    returned.beds is not null
    or not exists (
        select 1
        from staging.care_facilities as care_facilities
        where
            care_facilities.ref_area = township_month.ref_area
            and care_facilities.kind = bed_kind.kind
            and care_facilities.opened_on <= township_month.counted_on
    )
