/*
name_zh = "同时领取互斥的项目"
kind = "audit"
extract = "assistance_payments"
severity = "serious"
cause_zh = "同一人员同一个月领取了两个不能同时享受的项目"
mend_zh = "按政策保留一项，另一项停发"
basis_zh = "互斥的项目见参照表programme_conflict（本地配置）；已退回的不计"
*/
-- One row per person × pair of programmes that must not be had together, by the local list.
with

payment as (
    select * from staging.assistance_payments where status <> '退回'
)

select
    max_by(payment.ref_area, payment.month) as ref_area,
    strftime(max(payment.month), '%Y-%m') as time_period,
    payment.person || '|' || payment.programme || '|' || other.programme as subject,
    payment.programme || '与' || other.programme || '同月领取，共' || count(distinct payment.month)
    || '个月，最近一次是' || month_zh(max(payment.month)) as evidence_zh,
    list_sort(list_distinct(list_concat(
        list({'file': payment.file, 'line': payment.line}),
        list({'file': other.file, 'line': other.line})
    ))) as places
from payment
inner join reference.programme_conflict as conflict
    on payment.programme = conflict.programme
    and conflict.nature = '互斥'
inner join payment as other
    on payment.person = other.person
    and payment.month = other.month
    and conflict.other = other.programme
group by payment.person, payment.programme, other.programme
