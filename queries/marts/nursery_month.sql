-- One row per in-scope township × month × youngest class: its nurseries at the end of the month.
-- Every class has a row: a nursery that is not on the register does not exist. Places are those of the
-- register's day, from the nursery's opening on.
--   opened_places, opened_inclusive_places   places of nurseries opened in the month
--   signed                                   nurseries with a clinic's contract by then
--   enrolled, infants, infant_carers         known on the day the register reaches only, null in months
--                                            before
with

class as (
    select class_kind
    from (
        values
        ('乳儿班'),
        ('托小班'),
        ('托大班')
    ) as listed (class_kind)
),

township_month as (
    select
        ref_area,
        month_start,
        time_period,
        counted_on,
        counted_on = as_of as is_latest
    from reference.extract_month
    where extract = 'nurseries'
),

nursery_month as (
    select
        township_month.ref_area,
        township_month.month_start,
        nurseries.class_kind,
        nurseries.places,
        nurseries.inclusive_places,
        nurseries.enrolled,
        nurseries.infants,
        nurseries.infant_carers,
        nurseries.opened_on >= township_month.month_start as is_opened_now,
        nurseries.signed_on <= township_month.counted_on as is_signed
    from township_month
    inner join staging.nurseries as nurseries
        on township_month.ref_area = nurseries.ref_area
        and township_month.counted_on >= nurseries.opened_on
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    class.class_kind,
    cast(count(nursery_month.places) as bigint) as nurseries,
    cast(count(*) filter (where nursery_month.is_signed) as bigint) as signed,
    cast(coalesce(sum(nursery_month.places), 0) as bigint) as places,
    cast(coalesce(sum(nursery_month.inclusive_places), 0) as bigint) as inclusive_places,
    cast(coalesce(sum(nursery_month.places) filter (
        where nursery_month.is_opened_now
    ), 0) as bigint) as opened_places,
    cast(coalesce(sum(nursery_month.inclusive_places) filter (
        where nursery_month.is_opened_now
    ), 0) as bigint) as opened_inclusive_places,
    case
        when township_month.is_latest
            then cast(coalesce(sum(nursery_month.enrolled), 0) as bigint)
    end as enrolled,
    case
        when township_month.is_latest
            then cast(coalesce(sum(nursery_month.infants), 0) as bigint)
    end as infants,
    case
        when township_month.is_latest
            then cast(coalesce(sum(nursery_month.infant_carers), 0) as bigint)
    end as infant_carers
from township_month
cross join class
left join nursery_month
    on township_month.ref_area = nursery_month.ref_area
    and township_month.month_start = nursery_month.month_start
    and class.class_kind = nursery_month.class_kind
group by
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    township_month.is_latest,
    class.class_kind
