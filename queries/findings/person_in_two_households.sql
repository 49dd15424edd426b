/*
name_zh = "同一人员编号在两个家庭"
kind = "cross_file"
extract = "assistance_payments"
severity = "warn"
cause_zh = "同一个月里，同一人员编号出现在两个家庭编号下，户数会多计"
mend_zh = "核对家庭编号，同一户统一为一个编号"
*/
-- One row per person paid under several households in one month; a payment that came back says
-- nothing of where somebody lives.
with

person_month as (
    select
        person,
        month,
        max_by(ref_area, line) as ref_area,
        list({'file': file, 'line': line} order by line) as places
    from mart.payment_doubt_month
    where doubt = 'person_households'
    group by person, month
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
