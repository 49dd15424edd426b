-- 每项指标有多少个数缺失、多少个作了保护
select
    indicator.name_zh as 指标,
    count(*) filter (where obs_status = 'A') as 正常,
    count(*) filter (where obs_status = 'O') as 缺失,
    count(*) filter (where obs_status = 'Q') as 已保护
from observation
inner join indicator on observation.indicator = indicator.id
group by indicator.name_zh
order by 已保护 desc, 缺失 desc, 指标
