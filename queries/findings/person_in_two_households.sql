/*
name_zh = "同一人员编号在两个家庭"
kind = "cross_file"
extract = "assistance_payments"
severity = "warn"
cause_zh = "同一个月里，同一人员编号出现在两个家庭编号下，户数会多计"
mend_zh = "核对家庭编号，同一户统一为一个编号"
*/
-- One row per person paid under several households in one month; a payment that came back says
-- nothing of where somebody lives. Who they are is asked first: to list the records of everybody would
-- be most of the work.
with

doubted as (
    select
        person,
        month
    from staging.assistance_payments
    where status <> '退回'
    group by person, month
    having min(household) <> max(household)
),

person_month as (
    select
        payment.person,
        payment.month,
        max_by(payment.ref_area, payment.line) as ref_area,
        list({'file': payment.file, 'line': payment.line} order by payment.line) as places
    from staging.assistance_payments as payment
    inner join doubted on payment.person = doubted.person and payment.month = doubted.month
    where payment.status <> '退回'
    group by payment.person, payment.month
)

select
    max_by(ref_area, month) as ref_area,
    strftime(max(month), '%Y-%m') as time_period,
    person as subject,
    '同一人员同月在两个以上家庭编号下领取，共' || count(*) || '个月，最近一次是'
    || month_zh(max(month)) as evidence_zh,
    flatten(list(places order by month)) as places
from person_month
group by person
