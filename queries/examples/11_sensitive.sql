-- 敏感明细（须有权限）：各救助项目每月发放笔数和金额
select
    strftime(month, '%Y-%m') as 月份,
    programme as 救助项目,
    count(*) as 笔数,
    sum(amount) as 金额
from sensitive.assistance_payments
where status = '已发放'
group by all
order by all
