-- One row per household on the register of an in-scope township × month since services are kept:
-- whether it was paid any assistance and whether it was served, whatever township paid or served.
with

first_month as (
    select min(month) as month
    from staging.service_orders
),

paid as (
    select
        household,
        month
    from staging.assistance_payments
    where status = '已发放'
    group by household, month
),

served as (
    select
        household,
        month
    from staging.service_orders
    group by household, month
)

select
    profile.ref_area,
    month.time_period,
    profile.household,
    case
        when paid.household is not null and served.household is not null then '物质+服务'
        when paid.household is not null then '只有物质'
        when served.household is not null then '只有服务'
        else '当月都没有'
    end as help
from staging.assistance_profiles as profile
inner join reference.township as township
    on profile.ref_area = township.ref_area
    and township.in_scope
inner join first_month on profile.month >= first_month.month
inner join reference.extract as extract
    on extract.extract = 'assistance_profiles'
    and profile.month >= extract.history_from
    and profile.month <= extract.as_of
inner join reference.month as month on profile.month = month.month_start
left join paid
    on profile.household = paid.household
    and profile.month = paid.month
left join served
    on profile.household = served.household
    and profile.month = served.month
