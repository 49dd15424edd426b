-- One row per in-scope township × month since the first couple gave at its registration: couples and
-- yuan from the beginning to the end of the month.
with

begun as (
    select min(month) as month_start
    from staging.donations
    where kind = '婚姻登记慈善一日捐'
)

select
    extract_month.ref_area,
    extract_month.time_period,
    cast(coalesce(sum(donation.couples), 0) as bigint) as couples,
    cast(coalesce(sum(donation.amount), 0) as decimal(18, 2)) as amount
from reference.extract_month
cross join begun
left join staging.donations as donation
    on extract_month.ref_area = donation.ref_area
    and extract_month.month_start >= donation.month
    and donation.kind = '婚姻登记慈善一日捐'
where
    extract_month.extract = 'donations'
    and extract_month.month_start >= begun.month_start
group by extract_month.ref_area, extract_month.time_period
