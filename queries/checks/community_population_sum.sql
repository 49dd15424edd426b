-- Age bands in which a township's communities do not add up to its people; unknown communities.
-- A band that only one of the two tables holds counts as nought in the other.
with

community_sum as (
    select
        ref_area,
        year,
        age_band,
        sum(persons) as persons
    from reference.community_population
    group by ref_area, year, age_band
),

counted_year as (
    select distinct year from reference.community_population
)

select
    'data/reference/community_population.csv：' || coalesce(township.name_zh, '代码' || township.ref_area)
    || year || '年' || age_band || '岁，各村社区合计' || coalesce(community_sum.persons, 0)
    || '人，population.csv为' || coalesce(population.persons, 0) || '人，两者应相等' as fault_zh
from (
    select population.* from reference.population
    inner join counted_year using (year)
) as population
full join community_sum using (ref_area, year, age_band)
left join reference.township using (ref_area)
where population.persons is distinct from community_sum.persons
union all
select distinct
    'data/reference/community_population.csv：村社区代码' || people.community
    || '不在community.csv里' as fault_zh
from reference.community_population as people
anti join reference.community as community using (community)
