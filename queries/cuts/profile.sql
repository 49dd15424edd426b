-- One row per indicator and area, each at the indicator's last complete period up to a month, with
-- what of it may be told from chance: against the county, among the townships, through time.
with

shown as (
    select
        observation.indicator,
        max(observation.time_period) as time_period
    from observation
    inner join reference.month on month.time_period = $time_period
    inner join reference.county on observation.ref_area = county.ref_area
    where
        observation.category = '_T'
        and observation.obs_status = 'A'
        and observation.end_date <= month.month_end
    group by observation.indicator
)

select
    indicator.id as indicator,
    indicator.name_zh,
    indicator.unit_zh,
    indicator.decimals,
    indicator.polarity,
    indicator.theme,
    theme.name_zh as theme_zh,
    theme.group_zh,
    indicator.standardised,
    exists (
        select 1 from reference.board where board.indicator = indicator.id
    ) as is_on_board,
    observation.ref_area,
    coalesce(township.name_zh, county.short_zh) as area_name,
    case when township.ref_area is null then 'county' else 'township' end as area_level,
    observation.time_period,
    observation.obs_value,
    observation.obs_status,
    observation.place,
    observation.places,
    observation.tied,
    -- a total is no part of the county that could lie above or below it
    case when indicator.standardised and observation.ref_area <> middle.ref_area
        then observation.obs_value - middle.obs_value end as change_county,
    interval.versus_county,
    interval.place_from,
    interval.place_to,
    trend.direction as trend,
    trend.periods as trend_periods,
    observation.change_year,
    observation.target,
    observation.progress,
    observation.judgement
from observation
inner join shown
    on observation.indicator = shown.indicator
    and observation.time_period = shown.time_period
inner join indicator on observation.indicator = indicator.id
inner join reference.theme on indicator.theme = theme.theme
left join reference.township on observation.ref_area = township.ref_area
left join reference.county on observation.ref_area = county.ref_area
left join observation as middle
    on observation.indicator = middle.indicator
    and observation.time_period = middle.time_period
    and observation.category = middle.category
    and middle.ref_area = (select ref_area from reference.county)
    and middle.obs_status = 'A'
left join interval
    on observation.indicator = interval.indicator
    and observation.ref_area = interval.ref_area
    and observation.time_period = interval.time_period
    and observation.category = interval.category
left join signal as trend
    on observation.indicator = trend.indicator
    and observation.ref_area = trend.ref_area
    -- what was found with later months is not said of an earlier one
    and observation.time_period = trend.time_period
    and trend.kind = 'trend'
where
    observation.category = '_T'
    and observation.obs_status <> 'M'
order by theme.position, indicator.id, township.position nulls first
