/*
name_zh = "同一人同一项目一个月发两笔"
kind = "audit"
extract = "assistance_payments"
severity = "serious"
cause_zh = "同一人员、同一项目、同一月份有两笔已发放或待发放"
mend_zh = "核对名单；待发放的先停发，已发放的追回或抵扣"
basis_zh = "已退回的不计；一次性项目不计"
*/
-- One row per person × programme × month with several payments that were made or wait to be made:
-- one that waits can still be stopped. Temporary assistance may be granted twice.
select
    max_by(ref_area, line) as ref_area,
    strftime(month, '%Y-%m') as time_period,
    person || '|' || programme || '|' || month as subject,
    programme || '：同一人员' || month_zh(month) || '有' || count(*) || '笔'
    || case
        when count(*) filter (where status = '待发放') > 0
            then '，其中' || count(*) filter (where status = '待发放') || '笔待发放，可先停发'
        else '，都已发放'
    end as evidence_zh,
    list({'file': file, 'line': line} order by line) as places
from mart.payment_doubt_month
where doubt = 'twice'
group by person, programme, month
