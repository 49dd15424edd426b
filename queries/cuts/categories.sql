-- One row per category of an indicator for an area: its value at the last complete period.
with shown as (
    select max(observation.time_period) as time_period
    from observation
    inner join reference.month on month.time_period = $time_period
    inner join reference.county on observation.ref_area = county.ref_area
    where
        observation.indicator = $indicator
        and observation.category = '_T'
        and observation.obs_status = 'A'
        and observation.end_date <= month.month_end
)

select
    observation.category,
    observation.time_period,
    observation.numerator,
    observation.denominator,
    observation.obs_value,
    observation.obs_status,
    observation.change_year
from observation
inner join shown on observation.time_period = shown.time_period
where
    observation.indicator = $indicator
    and observation.ref_area = $ref_area
    and observation.category <> '_T'
order by observation.obs_value desc nulls last, observation.category
