-- One row per in-scope township × month × kind of facility, at the end of the month.
-- Every kind has a row: a facility that is not on the register does not exist. The stage follows from
-- the dates: planned, then begun, then open.
--   planned, under_construction, open     facilities by stage
--   open_beds, coming_beds                beds open; beds planned or under construction
--   open_nursing_beds                     nursing beds of those open
--   open_funding, open_charity_funding    what building those open took, and charity's part, 10,000 yuan
--   open_communities                      communities with one open
--   opened, opened_beds                   facilities opened in the month, and their beds
with

kind as (
    select kind
    from (
        values
        ('养老院'),
        ('照料中心'),
        ('认知障碍照护专区'),
        ('养老综合体')
    ) as listed (kind)
),

township_month as (
    select
        ref_area,
        month_start,
        time_period,
        counted_on
    from reference.extract_month
    where extract = 'care_facilities'
),

facility_month as (
    select
        township_month.ref_area,
        township_month.month_start,
        care_facilities.kind,
        care_facilities.community,
        care_facilities.beds,
        care_facilities.nursing_beds,
        care_facilities.funding_charity,
        coalesce(care_facilities.funding_public, 0)
        + coalesce(care_facilities.funding_charity, 0)
        + coalesce(care_facilities.funding_fees, 0) as funding,
        case
            when care_facilities.opened_on <= township_month.counted_on then '开放'
            when care_facilities.started_on <= township_month.counted_on then '在建'
            else '规划'
        end as stage,
        care_facilities.opened_on >= township_month.month_start
        and care_facilities.opened_on <= township_month.counted_on as is_opened_now
    from township_month
    inner join staging.care_facilities as care_facilities
        on township_month.ref_area = care_facilities.ref_area
        and township_month.counted_on >= care_facilities.planned_on
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    kind.kind,
    cast(count(*) filter (where facility_month.stage = '规划') as bigint) as planned,
    cast(count(*) filter (where facility_month.stage = '在建') as bigint) as under_construction,
    cast(count(*) filter (where facility_month.stage = '开放') as bigint) as open,
    cast(coalesce(sum(facility_month.beds) filter (
        where facility_month.stage = '开放'
    ), 0) as bigint) as open_beds,
    cast(coalesce(sum(facility_month.beds) filter (
        where facility_month.stage <> '开放'
    ), 0) as bigint) as coming_beds,
    cast(coalesce(sum(facility_month.nursing_beds) filter (
        where facility_month.stage = '开放'
    ), 0) as bigint) as open_nursing_beds,
    cast(coalesce(sum(facility_month.funding) filter (
        where facility_month.stage = '开放'
    ), 0) as decimal(18, 2)) as open_funding,
    cast(coalesce(sum(facility_month.funding_charity) filter (
        where facility_month.stage = '开放'
    ), 0) as decimal(18, 2)) as open_charity_funding,
    cast(count(distinct facility_month.community) filter (
        where facility_month.stage = '开放'
    ) as bigint) as open_communities,
    cast(count(*) filter (where facility_month.is_opened_now) as bigint) as opened,
    cast(coalesce(sum(facility_month.beds) filter (
        where facility_month.is_opened_now
    ), 0) as bigint) as opened_beds
from township_month
cross join kind
left join facility_month
    on township_month.ref_area = facility_month.ref_area
    and township_month.month_start = facility_month.month_start
    and kind.kind = facility_month.kind
group by
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    kind.kind
