-- One row per area: an indicator's last period complete for the county up to a month, for map,
-- ranking and table.
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

area as (
    select ref_area, name_zh, 'township' as area_level, in_scope, scope_note_zh, position
    from reference.township
    union all
    select ref_area, short_zh, 'county', true, null, 0
    from reference.county
)

select
    area.ref_area,
    area.name_zh,
    area.area_level,
    area.area_level = 'county' as is_county,
    area.in_scope,
    area.scope_note_zh,
    shown.time_period,
    observation.numerator,
    observation.denominator,
    observation.obs_value,
    observation.obs_status,
    observation.previous_value,
    observation.change_previous,
    observation.change_year,
    observation.change_year_ratio,
    observation.obs_value - county_observation.obs_value as change_county,
    observation.target,
    observation.target_basis_zh,
    observation.pace,
    observation.pace_basis,
    observation.progress,
    observation.judgement,
    observation.place,
    observation.places,
    observation.tied,
    chance.obs_lower,
    chance.obs_upper,
    chance.family_lower,
    chance.family_upper,
    chance.versus_county,
    chance.place_from,
    chance.place_to
from area
cross join shown
left join observation
    on area.ref_area = observation.ref_area
    and shown.time_period = observation.time_period
    and observation.indicator = $indicator
    and observation.category = '_T'
left join interval as chance
    on area.ref_area = chance.ref_area
    and shown.time_period = chance.time_period
    and chance.indicator = $indicator
left join reference.county on true
left join observation as county_observation
    on county.ref_area = county_observation.ref_area
    and shown.time_period = county_observation.time_period
    and county_observation.indicator = $indicator
    and county_observation.category = '_T'
    and county_observation.obs_status = 'A'
order by area.position
