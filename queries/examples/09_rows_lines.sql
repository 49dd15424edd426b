-- 明细所在的行：一年以上没有活动的社会组织，在文件的第几行
select
    name as 名称,
    last_activity_on as 最近活动日期,
    file as 文件,
    line as 行号
from records.organizations
where last_activity_on < as_of - interval 1 year
order by last_activity_on
limit 100
