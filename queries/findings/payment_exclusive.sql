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
select
    max_by(ref_area, month) as ref_area,
    strftime(max(month), '%Y-%m') as time_period,
    person || '|' || programme || '|' || other_programme as subject,
    programme || '与' || other_programme || '同月领取，共' || count(distinct month)
    || '个月，最近一次是' || month_zh(max(month)) as evidence_zh,
    list_sort(list_distinct(list_concat(
        list({'file': file, 'line': line}),
        list({'file': other_file, 'line': other_line})
    ))) as places
from mart.payment_doubt_month
where doubt = '互斥'
group by person, programme, other_programme
