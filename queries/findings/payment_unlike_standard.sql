/*
name_zh = "发放金额与标准不符"
kind = "audit"
extract = "assistance_payments"
severity = "serious"
cause_zh = "金额与当月执行的标准乘保障人数对不上"
mend_zh = "核对金额与保障人数，是否与相邻的行填反；补发的，说明后标为已说明"
basis_zh = "容差1元；标准在当月内变动的，新旧都算；低保是补差，只查超过标准的"
*/
-- One row per person × programme whose payments are unlike the standard in force × persons. The
-- subsistence allowance tops up an income, so less than the standard is usual and only more is not.
-- How far off is said in steps: the exact amount is that person's own business.
with

in_force as (
    select
        programme,
        amount,
        valid_from,
        lead(valid_from) over (partition by programme order by valid_from) as valid_until
    from reference.standard
),

standard_month as (
    select
        in_force.programme,
        month.month_start,
        min(in_force.amount) as lowest,
        max(in_force.amount) as highest
    from in_force
    inner join reference.month as month
        on in_force.valid_from <= month.month_end
        and (in_force.valid_until is null or in_force.valid_until > month.month_start)
    group by in_force.programme, month.month_start
),

off as (
    select
        payment.*,
        abs(payment.amount / (standard_month.highest * payment.persons) - 1) as distance,
        payment.amount > standard_month.highest * payment.persons as is_more
    from staging.assistance_payments as payment
    inner join standard_month
        on payment.programme = standard_month.programme
        and payment.month = standard_month.month_start
    where
        payment.status <> '退回'
        and (
            payment.amount > standard_month.highest * payment.persons + 1
            or (
                payment.programme <> '低保'
                and payment.amount < standard_month.lowest * payment.persons - 1
            )
        )
)

select
    max_by(ref_area, month) as ref_area,
    strftime(max(month), '%Y-%m') as time_period,
    person || '|' || programme as subject,
    programme || '：' || count(*) || '笔' || case when bool_or(is_more) then '高于' else '低于' end
    || '标准乘保障人数，最多相差'
    || case
        when max(distance) >= 1 then '一倍以上'
        when max(distance) >= 0.5 then '一半以上'
        when max(distance) >= 0.1 then '一成以上'
        else '不到一成'
    end
    || '，最近一次是' || month_zh(max(month)) as evidence_zh,
    list({'file': file, 'line': line} order by line) as places
from off
group by person, programme
