/*
name_zh = "整个镇街道缺一个月的发放明细"
kind = "history"
extract = "assistance_payments"
severity = "serious"
cause_zh = "这个镇街道在前后月份都有数据，中间一个月一行也没有，多半是当月文件没有交来"
mend_zh = "请来源科室补交该月文件；确无发生的，报一行0或说明"
*/
-- One row per township × month without a single row, between months that have some. The month is
-- unknown, not zero, and the county's figure of that month is partial.
with

reported as (
    select
        ref_area,
        min(month) as first_month,
        max(month) as last_month
    from staging.assistance_payments
    group by ref_area
)

select
    spine.ref_area,
    spine.time_period,
    spine.ref_area || '|' || spine.time_period as subject,
    month_zh(spine.month_start) || '没有一笔发放，前后月份都有' as evidence_zh
from reference.extract_month as spine
inner join reported
    on spine.ref_area = reported.ref_area
    and spine.month_start > reported.first_month
    and spine.month_start < reported.last_month
anti join staging.assistance_payments as assistance_payments
    on spine.ref_area = assistance_payments.ref_area
    and spine.month_start = assistance_payments.month
where spine.extract = 'assistance_payments'
