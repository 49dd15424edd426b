/*
name_zh = "同一家庭在两个镇街道"
kind = "cross_file"
extract = "assistance_payments"
severity = "warn"
cause_zh = "同一个月里，一个家庭编号在两个镇街道都有发放，多半是成员迁居后编号没有分开"
mend_zh = "核对居住地；确已分户的，换新的家庭编号"
*/
-- One row per household with payments in several townships in one month. Which they are is asked first:
-- to list the records of all would be most of the work.
with

doubted as (
    select
        household,
        month
    from staging.assistance_payments
    where status <> '退回'
    group by household, month
    having min(ref_area) <> max(ref_area)
),

household_month as (
    select
        payment.household,
        payment.month,
        max_by(payment.ref_area, payment.line) as ref_area,
        list({'file': payment.file, 'line': payment.line} order by payment.line) as places
    from staging.assistance_payments as payment
    inner join doubted on payment.household = doubted.household and payment.month = doubted.month
    where payment.status <> '退回'
    group by payment.household, payment.month
)

select
    max_by(ref_area, month) as ref_area,
    strftime(max(month), '%Y-%m') as time_period,
    household as subject,
    '同一家庭同月在两个镇街道有发放，共' || count(*) || '个月，最近一次是' || month_zh(max(month))
        as evidence_zh,
    flatten(list(places order by month)) as places
from household_month
group by household
