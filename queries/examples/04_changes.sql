-- 全市较上年同期变动最大的十项指标
select
    indicator.name_zh as 指标,
    observation.time_period as 统计期,
    observation.obs_value as 数值,
    indicator.unit_zh as 单位,
    round(observation.change_year_ratio * 100, 1) as 变动百分比
from observation
inner join indicator on observation.indicator = indicator.id
where
    observation.ref_area = '330482'
    and observation.category = '_T'
    and observation.change_year_ratio is not null
qualify
    row_number() over (partition by observation.indicator order by observation.end_date desc) = 1
order by abs(observation.change_year_ratio) desc
limit 10
