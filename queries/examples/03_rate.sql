-- 自己算一个率：几个镇街道合起来，分子合计除以分母合计
select
    observation.time_period as 统计期,
    sum(observation.numerator) as 分子,
    sum(observation.denominator) as 分母,
    round(sum(observation.numerator) * 10000 / sum(observation.denominator), 2) as 每万人
from observation
inner join reference.township as township on observation.ref_area = township.ref_area
where
    observation.indicator = 'organization_per_10000'
    and observation.category = '_T'
    and township.kind = '镇'
    and township.in_scope
group by observation.time_period
order by observation.time_period
