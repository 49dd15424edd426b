-- 各镇街道最新一期的社会组织数，从多到少
select
    township.name_zh as 镇街道,
    observation.obs_value as 数值,
    observation.obs_status as 状态,
    observation.time_period as 统计期
from observation
inner join reference.township as township on observation.ref_area = township.ref_area
where
    observation.indicator = 'organization_registered'
    and observation.category = '_T'
    and township.in_scope
qualify observation.time_period = max(observation.time_period) over ()
order by 数值 desc
