/*
name_zh = "领取人不在项目范围内"
kind = "audit"
extract = "assistance_payments"
severity = "serious"
cause_zh = "领取人同时属于两类不可能重合的对象，或按人发放的项目写了多人，或当月还没有执行的标准"
mend_zh = "核对人员编号与项目；编号填错的改正，多人的拆成一人一笔"
basis_zh = "对象不重合的项目见参照表programme_conflict（本地配置）；已退回的不计"
*/
-- One row per person × reason to doubt that the programme is meant for the payee.
with

payment as (
    select * from staging.assistance_payments where status <> '退回'
),

misplaced as (
    select
        person,
        ref_area,
        month,
        programme || '与' || other_programme || '的对象不会是同一人' as reason_zh,
        [{'file': file, 'line': line}, {'file': other_file, 'line': other_line}] as places
    from mart.payment_doubt_month
    where doubt = '对象不同'
),

first_standard as (
    select
        programme,
        min(valid_from) as valid_from
    from reference.standard
    group by programme
),

doubted as (
    select * from misplaced
    union all
    select
        person,
        ref_area,
        month,
        programme || '按人发放，保障人数却多于1' as reason_zh,
        [{'file': file, 'line': line}] as places
    from payment
    where
        programme in ('残疾人生活补贴', '重度残疾人护理补贴', '高龄津贴', '困境儿童')
        and persons > 1
    union all
    -- a programme that has standards, paid before the first of them
    select
        payment.person,
        payment.ref_area,
        payment.month,
        payment.programme || '当月还没有执行的标准' as reason_zh,
        [{'file': payment.file, 'line': payment.line}] as places
    from payment
    inner join first_standard
        on payment.programme = first_standard.programme
        and last_day(payment.month) < first_standard.valid_from
)

select
    max_by(ref_area, month) as ref_area,
    strftime(max(month), '%Y-%m') as time_period,
    person || '|' || reason_zh as subject,
    reason_zh || '，共' || count(distinct month) || '个月，最近一次是' || month_zh(max(month))
        as evidence_zh,
    list_sort(list_distinct(flatten(list(places)))) as places
from doubted
group by person, reason_zh
