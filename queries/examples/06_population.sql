-- 各镇街道60岁以上人口占比
select
    township.name_zh as 镇街道,
    round(
        100.0 * sum(population.persons) filter (where population.age_band in ('60-69', '70-79', '80-89', '90+'))
        / sum(population.persons),
        1
    ) as 占比
from reference.population as population
inner join reference.township as township on population.ref_area = township.ref_area
where population.year = (select max(year) from reference.population)
group by township.name_zh
order by 占比 desc
