-- One row per area and period of an indicator, through time. Two periods may be compared if they
-- have the same segment: between two the definition changes (queries/segment.sql).
select
    observation.ref_area,
    coalesce(township.name_zh, county.short_zh) as name_zh,
    case when township.ref_area is null then 'county' else 'township' end as area_level,
    observation.time_period,
    cast(period.start_date as timestamp) as start_date,
    observation.obs_value,
    observation.obs_status,
    observation.numerator,
    observation.denominator,
    observation.target,
    observation.obs_status <> 'P' as is_complete,
    coalesce(segment.segment, 0) as segment
from observation
inner join period on observation.time_period = period.time_period
left join segment
    on observation.indicator = segment.indicator
    and observation.time_period = segment.time_period
left join reference.township on observation.ref_area = township.ref_area
left join reference.county on observation.ref_area = county.ref_area
where
    observation.indicator = $indicator
    and observation.category = '_T'
    and observation.obs_status <> 'M'
order by township.position nulls first, period.start_date
