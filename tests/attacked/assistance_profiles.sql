-- Every cell of the register and of the help its households get.
with

household as (
    select
        area.ref_area,
        profile.household,
        profile.category,
        profile.colour,
        profile.profile_type,
        [profile.s1, profile.s2, profile.s3, profile.s4, profile.s5, profile.s6] as score,
        profile.month,
        strftime(profile.month, '%Y-%m') as time_period,
        strftime(profile.month, '%Y') as year,
        before.colour as before_colour,
        profile.household in (
            select household from assistance_payments
            where month = profile.month and status = '已发放'
        ) as is_paid,
        profile.household in (
            select household from service_orders where month = profile.month
        ) as is_served
    from assistance_profiles as profile
    inner join area on profile.ref_area = area.township
    left join assistance_profiles as before
        on profile.household = before.household
        and profile.month = before.month + interval 1 month
),

after as (
    select
        household.ref_area,
        strftime(household.month + interval 1 month, '%Y') as year
    from household
    left join assistance_profiles as later
        on household.household = later.household
        and household.month = later.month - interval 1 month
    where later.household is null
        and household.month < (select max(month) from assistance_profiles)
),

counted as (
    select ref_area, time_period, 'households' as quantity, unnest([
        '_T', category, colour, colour || '×' || profile_type, if(colour = '红', null, '不红')
    ]) as category
    from household
    union all
    select ref_area, time_period, 'helped' as quantity, unnest([
        case
            when is_paid and is_served then '物质+服务'
            when is_paid then '只有物质'
            when is_served then '只有服务'
            else '当月都没有'
        end,
        if(is_paid and is_served, null, '其余')
    ]) as category
    from household
    where month >= (select min(month) from service_orders)
    union all
    select ref_area, time_period, 'served' as quantity, if(is_served, '_T', null) as category
    from household
    where month >= (select min(month) from service_orders)
    union all
    select ref_area, year, 'moves' as quantity, unnest([
        before_colour || '×' || colour,
        if(before_colour || colour in ('红黄', '红绿', '黄绿'), '好转', null),
        if(before_colour || colour in ('绿黄', '绿红', '黄红'), '变差', null)
    ]) as category
    from household
    union all
    select ref_area, year, 'balance' as quantity, '新增' as category
    from household
    where before_colour is null and month > (select min(month) from assistance_profiles)
    union all
    select ref_area, year, 'balance' as quantity, '退出' as category
    from after
    union all
    select ref_area, year, 'balance' as quantity, '期末在册' as category
    from household
    where month = (
        select max(month) from assistance_profiles as own where year(own.month) = household.year
    )
    union all
    select ref_area, first.year, 'balance' as quantity, '期初在册' as category
    from household
    inner join (
        select distinct
            strftime(month, '%Y') as year,
            greatest(
                date_trunc('year', month) - interval 1 month,
                (select min(month) from assistance_profiles)
            ) as month
        from assistance_profiles
    ) as first using (month)
)

select quantity, category, ref_area, time_period, count(*) as value, count(*) as payees
from counted
where category is not null
group by all
union all by name
select
    'amount_score' as quantity,
    label.name_zh as category,
    ref_area,
    time_period,
    sum(score[label.place]) as value,
    count(*) as payees
from household
cross join shelf.reference.profile_label as label
where label.kind = '维'
group by all
union all by name
select
    'amount_score' as quantity,
    '_T' as category,
    ref_area,
    time_period,
    sum(score[label.place] * label.weight * 0.01) as value,
    count(distinct household) as payees
from household
cross join shelf.reference.profile_label as label
where label.kind = '维'
group by all
