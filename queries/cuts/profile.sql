-- One row per indicator and area, each at the indicator's last complete period up to a month.
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
where
    observation.category = '_T'
    and observation.obs_status <> 'M'
order by theme.position, indicator.id, township.position nulls first
