-- 明细交叉计数：在册社会组织，按类别和评估等级
select
    kind as 类别,
    coalesce(grade, '未评') as 评估等级,
    count(*) as 家数
from records.organizations
where basis = '登记'
group by all
order by all
