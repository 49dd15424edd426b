-- Every cell of the payments, zero where a township that reported paid nobody.
with

heading as (
    select programme, unnest([programme, '_T'] || case
        when programme in ('残疾人生活补贴', '重度残疾人护理补贴') then ['残疾人两项补贴']
        else [] end) as category
    from (select distinct programme from assistance_payments)
),

counted as (
    select
        area.ref_area,
        strftime(payment.month, '%Y-%m') as time_period,
        heading.category,
        count(*) filter (payment.status = '已发放') as payments,
        count(*) filter (payment.status = '退回') as returned,
        count(*) filter (payment.status = '待发放') as pending,
        count(*) filter (payment.status <> '待发放') as sent,
        count(*) as "rows",
        sum(payment.persons) filter (payment.status = '已发放') as persons,
        count(distinct payment.person) filter (payment.status = '已发放') as recipients,
        count(distinct payment.household) filter (payment.status = '已发放') as households,
        sum(payment.amount) filter (payment.status = '已发放') as amount
    from assistance_payments as payment
    inner join area on payment.ref_area = area.township
    inner join heading on payment.programme = heading.programme
    group by all
),

-- who reported at all paid nobody in the programmes that do not appear
filled as (
    select
        whole.ref_area,
        whole.time_period,
        headed.category,
        counted.recipients as payees,
        counted.* exclude (ref_area, time_period, category)
    from (select ref_area, time_period from counted where category = '_T') as whole
    cross join (select distinct category from heading) as headed
    left join counted
        on whole.ref_area = counted.ref_area
        and whole.time_period = counted.time_period
        and headed.category = counted.category
),

long as (
    select
        ref_area,
        time_period,
        category,
        coalesce(payees, 0) as payees,
        unnest([
            'payments', 'returned', 'pending', 'sent', 'rows',
            'persons', 'recipients', 'households', 'amount'
        ]) as quantity,
        coalesce(cast(unnest([
            payments, returned, pending, sent, "rows",
            persons, recipients, households, amount
        ]) as double), 0) as value
    from filled
)

select quantity, category, ref_area, time_period, value, payees
from long
union all by name
select
    'amount_ytd' as quantity,
    category,
    ref_area,
    time_period,
    sum(value) over so_far as value,
    sum(payees) over so_far as payees
from long
where quantity = 'amount' and category = '_T'
window so_far as (
    partition by ref_area, category, left(time_period, 4) order by time_period
)
