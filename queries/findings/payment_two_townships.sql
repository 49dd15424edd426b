/*
name_zh = "同一人一个月在两个镇街道领取"
kind = "audit"
extract = "assistance_payments"
severity = "serious"
cause_zh = "同一人员同一个月在两个镇街道有发放，多半是迁居后一边没有停发"
mend_zh = "核对居住地，停发多的一边，多发的追回"
basis_zh = "已退回的不计"
*/
-- One row per person paid by several townships in one month.
with

person_month as (
    select
        doubted.person,
        doubted.month,
        max_by(doubted.ref_area, doubted.line) as ref_area,
        string_agg(distinct township.name_zh, '、' order by township.name_zh) as areas_zh,
        list({'file': doubted.file, 'line': doubted.line} order by doubted.line) as places
    from mart.payment_doubt_month as doubted
    inner join reference.township as township on doubted.ref_area = township.ref_area
    where doubted.doubt = 'person_townships'
    group by doubted.person, doubted.month
)

select
    max_by(ref_area, month) as ref_area,
    strftime(max(month), '%Y-%m') as time_period,
    person || '|' || areas_zh as subject,
    '同一人员在' || areas_zh || '同月领取，共' || count(*) || '个月，最近一次是'
    || month_zh(max(month)) as evidence_zh,
    flatten(list(places order by month)) as places
from person_month
group by person, areas_zh
