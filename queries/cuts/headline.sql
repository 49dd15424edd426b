-- One row: what may be said of an indicator up to a month in a headline, for an area. A value that
-- is missing, partial or withheld gives no row; a change or a spread too small to mean something,
-- or made of too few cases, is not significant.
with

shown as (
    select max(observation.time_period) as time_period
    from observation
    inner join reference.month on month.time_period = $time_period
    inner join reference.county on observation.ref_area = county.ref_area
    where
        observation.indicator = $indicator
        and observation.category = '_T'
        and observation.obs_status = 'A'
        and observation.end_date <= month.month_end
),

limits as (
    select
        max(value) filter (where setting = 'headline_change') as least_change,
        max(value) filter (where setting = 'headline_base') as least_base
    from reference.setting
),

spread as (
    select
        count(*) as areas,
        min(observation.obs_value) as lowest,
        max(observation.obs_value) as highest,
        max(abs(observation.obs_value)) as largest
    from observation
    inner join shown on observation.time_period = shown.time_period
    inner join reference.township on observation.ref_area = township.ref_area
    where
        observation.indicator = $indicator
        and observation.category = '_T'
        and observation.obs_status = 'A'
        and observation.obs_value is not null
),

-- Where values vary by chance: whether any two townships lie apart in spite of it.
chance as (
    select max(interval.family_lower) > min(interval.family_upper) as lie_apart
    from interval
    inner join shown on interval.time_period = shown.time_period
    where interval.indicator = $indicator
)

select
    observation.ref_area,
    observation.time_period,
    observation.obs_value,
    observation.change_year,
    observation.target,
    observation.pace,
    observation.pace_basis,
    observation.progress,
    observation.judgement,
    coalesce(
        abs(observation.change_year) >= limits.least_change
        * abs(observation.obs_value - observation.change_year)
        -- a rate weighs as much as its cases, a count as much as itself
        and greatest(
            coalesce(observation.denominator, abs(observation.obs_value)),
            coalesce(observation.denominator, abs(observation.obs_value - observation.change_year))
        ) >= limits.least_base,
        false
    ) as is_change_significant,
    coalesce(
        spread.areas >= 2
        and spread.highest - spread.lowest >= limits.least_change * spread.largest
        and spread.highest > spread.lowest
        and coalesce(chance.lie_apart, true),
        false
    ) as is_spread_significant
from observation
inner join shown on observation.time_period = shown.time_period
cross join limits
cross join spread
cross join chance
where
    observation.indicator = $indicator
    and observation.ref_area = $ref_area
    and observation.category = '_T'
    and observation.obs_status = 'A'
    and observation.obs_value is not null
