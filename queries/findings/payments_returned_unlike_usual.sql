/*
name_zh = "退回的发放比往常多"
kind = "history"
extract = "assistance_payments"
severity = "warn"
cause_zh = "当月退回的笔数是前12个月中位数的三倍以上，多半是银行账号批量变更或文件错位"
mend_zh = "核对退回清单与账号"
basis_zh = "退回不少于8笔且为前12个月中位数的三倍以上"
*/
-- One row per township × month with far more payments coming back than in the year before.
with

township_month as (
    select
        ref_area,
        month,
        count(*) filter (where status = '退回') as returned
    from staging.assistance_payments
    group by ref_area, month
),

compared as (
    select
        township_month.*,
        median(returned) over before as usual,
        count(*) over before as months
    from township_month
    window before as (
        partition by ref_area order by month rows between 12 preceding and 1 preceding
    )
)

select
    ref_area,
    strftime(month, '%Y-%m') as time_period,
    ref_area || '|' || month as subject,
    month_zh(month) || '退回' || returned || '笔，前12个月的中位数是'
    || cast(round(usual) as integer) || '笔' as evidence_zh
from compared
where
    months = 12
    and returned >= 8
    and returned >= 3 * usual
