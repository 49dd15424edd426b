/*
name_zh = "发放笔数与往常不同"
kind = "history"
extract = "assistance_payments"
severity = "warn"
cause_zh = "当月笔数比前12个月的中位数少两成以上或多两成半以上，多半是文件不全或有整段重复"
mend_zh = "核对当月文件的行数，缺的补齐，重复的删去"
basis_zh = "只看最近24个月；按月发放的项目；不足八成或超过一又四分之一"
*/
-- One row per township × month of the last two years whose number of regular payments is unlike the
-- median of the twelve months before. One-off programmes come and go and are left out.
with

township_month as (
    select
        payment.ref_area,
        payment.month,
        count(*) as payments
    from staging.assistance_payments as payment
    where payment.programme not in ('临时救助', '价格补贴')
    group by payment.ref_area, payment.month
),

compared as (
    select
        township_month.*,
        median(payments) over before as usual,
        count(*) over before as months
    from township_month
    window before as (
        partition by ref_area order by month rows between 12 preceding and 1 preceding
    )
)

select
    compared.ref_area,
    strftime(compared.month, '%Y-%m') as time_period,
    compared.ref_area || '|' || compared.month as subject,
    month_zh(compared.month) || '有' || compared.payments || '笔，前12个月的中位数是'
    || cast(round(compared.usual) as integer) || '笔' as evidence_zh
from compared
inner join reference.extract as extract on extract.extract = 'assistance_payments'
where
    compared.months = 12
    and compared.usual >= 20  -- below that, a handful of families is a quarter
    and compared.month > extract.as_of - interval 24 month
    and compared.payments not between 0.8 * compared.usual and 1.25 * compared.usual
