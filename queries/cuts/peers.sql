-- One row per township most like another and feature they are compared by, the nearest first: how
-- far apart two townships are is the root of the summed squares of the features' differences, each
-- in standard deviations over the townships, all weighing the same. The third is listed only if it
-- is at most half as far again as the second.
with

year_shown as (
    select max(population.year) as year
    from reference.population
    inner join reference.month on month.time_period = $time_period
    where population.year <= month.year
),

resident as (
    select
        population.ref_area,
        sum(population.persons) as persons,
        sum(population.persons) filter (where population.age_band not in ('0-17', '18-59'))
            as persons_60
    from reference.population
    inner join year_shown on population.year = year_shown.year
    group by population.ref_area
),

place as (
    select
        ref_area,
        count(*) as communities
    from reference.community
    group by ref_area
),

township as (
    select
        township.ref_area,
        township.name_zh,
        township.kind,
        township.position,
        cast(resident.persons as double) as persons,
        100.0 * resident.persons_60 / resident.persons as share_60,
        resident.persons / cast(township.area_km2 as double) as density,
        cast(place.communities as double) as communities,
        case township.kind when '街道' then 1.0 else 0.0 end as is_urban
    from reference.township
    inner join resident on township.ref_area = resident.ref_area
    left join place on township.ref_area = place.ref_area
    where township.in_scope
),

-- Sizes are compared by their logarithm: twice as many is as far as half as many.
feature as (
    select ref_area, 1 as feature, '常住人口' as feature_zh, '人' as unit_zh, 0 as decimals,
        persons as value, ln(persons) as scale
    from township
    union all
    select ref_area, 2, '60岁及以上占比', '%', 1, share_60, share_60
    from township
    union all
    select ref_area, 3, '村、社区', '个', 0, communities, communities
    from township
    union all
    select ref_area, 4, '人口密度', '人／平方千米', 0, density, ln(density)
    from township
    union all
    select ref_area, 5, kind, '', 0, is_urban, is_urban
    from township
),

standardised as (
    select
        feature.*,
        (scale - avg(scale) over (partition by feature))
        / nullif(stddev_pop(scale) over (partition by feature), 0) as score
    from feature
),

paired as (
    select
        other.ref_area,
        own.feature,
        own.feature_zh,
        own.unit_zh,
        own.decimals,
        own.value as own_value,
        other.value as peer_value,
        -- what does not vary, or is not known, tells nobody apart
        coalesce(abs(own.score - other.score), 0) as apart
    from standardised as own
    inner join standardised as other
        on own.feature = other.feature and own.ref_area <> other.ref_area
    where own.ref_area = $ref_area
),

distance as (
    select
        paired.ref_area,
        township.name_zh,
        township.position,
        sqrt(sum(paired.apart * paired.apart)) as distance
    from paired
    inner join township on paired.ref_area = township.ref_area
    group by paired.ref_area, township.name_zh, township.position
),

nearest as (
    select
        distance.*,
        row_number() over (order by distance, position) as nearness,
        lag(distance) over (order by distance, position) as before
    from distance
)

select
    nearest.nearness,
    nearest.ref_area,
    nearest.name_zh,
    nearest.distance,
    paired.feature,
    paired.feature_zh,
    paired.unit_zh,
    paired.decimals,
    paired.own_value,
    paired.peer_value,
    paired.apart,
    -- within half a standard deviation two townships are called alike
    paired.apart <= 0.5 as is_alike
from nearest
inner join paired on nearest.ref_area = paired.ref_area
where nearest.nearness <= 2 or (nearest.nearness = 3 and nearest.distance <= 1.5 * nearest.before)
order by nearest.nearness, paired.feature
