/*
name_zh = "同一家庭在两个镇街道"
kind = "cross_file"
extract = "assistance_payments"
severity = "warn"
cause_zh = "同一个月里，一个家庭编号在两个镇街道都有发放，多半是成员迁居后编号没有分开"
mend_zh = "核对居住地；确已分户的，换新的家庭编号"
*/
-- One row per household with payments in several townships in one month.
with

household_month as (
    select
        household,
        month,
        max_by(ref_area, line) as ref_area,
        list({'file': file, 'line': line} order by line) as places
    from mart.payment_doubt_month
    where doubt = 'household_townships'
    group by household, month
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
