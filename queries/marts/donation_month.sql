-- One row per in-scope township × month × kind of donation. A township that sent nothing at all for a
-- month has no row: unknown, not zero; a kind it did not name was not given. Amounts in yuan.
with

reported as (
    select
        extract_month.ref_area,
        extract_month.time_period,
        extract_month.month_start
    from reference.extract_month
    inner join staging.donations as donation
        on extract_month.ref_area = donation.ref_area
        and extract_month.month_start = donation.month
    where extract_month.extract = 'donations'
    group by extract_month.ref_area, extract_month.time_period, extract_month.month_start
),

kind as (
    select kind
    from staging.donations
    group by kind
)

select
    reported.ref_area,
    reported.time_period,
    reported.month_start,
    kind.kind,
    cast(coalesce(sum(donation.donors), 0) as bigint) as donors,
    cast(coalesce(sum(donation.couples), 0) as bigint) as couples,
    cast(coalesce(sum(donation.amount), 0) as decimal(18, 2)) as amount,
    cast(coalesce(sum(donation.goods_value), 0) as decimal(18, 2)) as goods_value
from reported
cross join kind
left join staging.donations as donation
    on reported.ref_area = donation.ref_area
    and reported.month_start = donation.month
    and kind.kind = donation.kind
group by reported.ref_area, reported.time_period, reported.month_start, kind.kind
