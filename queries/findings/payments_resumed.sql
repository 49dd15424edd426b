/*
name_zh = "一批人同时中断后恢复发放"
kind = "history"
extract = "assistance_payments"
severity = "warn"
cause_zh = "同一镇街道有一批人在中断一个月以上后同一个月恢复发放，多半是中间月份的文件没有交来"
mend_zh = "补交中断月份的文件；确系停发的，说明原因"
basis_zh = "同一镇街道同一个月恢复的不少于10人次"
*/
-- One row per township × month in which a batch of payments resumes after a gap. One person resuming
-- is a new decision; many in one month are a file that is not here.
with

payment_month as (
    select
        person,
        programme,
        ref_area,
        month,
        lag(month) over (partition by person, programme order by month) as month_before
    from staging.assistance_payments
    where programme not in ('临时救助', '价格补贴')
)

select
    ref_area,
    strftime(month, '%Y-%m') as time_period,
    ref_area || '|' || month as subject,
    month_zh(month) || '有' || count(*) || '人次在中断后恢复发放，多数中断在'
    || month_zh(mode(month_before + interval 1 month)) as evidence_zh
from payment_month
where month > month_before + interval 1 month
group by ref_area, month
having count(*) >= 10
