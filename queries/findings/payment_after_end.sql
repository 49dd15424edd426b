/*
name_zh = "终止以后仍在发放"
kind = "audit"
extract = "assistance_payments"
severity = "serious"
cause_zh = "明细里记了终止月份，从那个月起仍有发放"
mend_zh = "核对终止决定；多发的追回；重新核准的，说明后标为已说明"
basis_zh = "只看终止后半年以内的发放，更晚的视为重新申请"
*/
-- One row per person × programme paid in or after the month from which it was recorded as ended.
-- After half a year a payment is taken for a new decision.
with

ended as (
    select
        person,
        programme,
        ended_month
    from staging.assistance_payments
    where ended_month is not null
    group by person, programme, ended_month
)

select
    max_by(payment.ref_area, payment.month) as ref_area,
    strftime(max(payment.month), '%Y-%m') as time_period,
    payment.person || '|' || payment.programme || '|' || ended.ended_month as subject,
    payment.programme || '：记录从' || month_zh(ended.ended_month) || '起终止，此后仍有' || count(*)
    || '笔' as evidence_zh,
    list({'file': payment.file, 'line': payment.line} order by payment.line) as places
from staging.assistance_payments as payment
inner join ended
    on payment.person = ended.person
    and payment.programme = ended.programme
    and payment.month >= ended.ended_month
    and payment.month < ended.ended_month + interval 6 month
where payment.status <> '退回'
group by payment.person, payment.programme, ended.ended_month
