-- One row per thing that needs a look, the gravest first. What is said of it in words is the
-- page's; an incomplete or missing value is never judged, and a neutral one never falls behind.
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
),

latest as (
    select
        observation.*,
        indicator.name_zh as indicator_zh,
        indicator.unit_zh,
        indicator.decimals,
        indicator.polarity,
        indicator.kind as indicator_kind,
        coalesce(township.name_zh, county.short_zh) as area_name,
        township.ref_area is null as is_county,
        observation.change_previous / nullif(abs(observation.previous_value), 0) as change_ratio
    from observation
    inner join shown
        on observation.indicator = shown.indicator
        and observation.time_period = shown.time_period
    inner join indicator on observation.indicator = indicator.id
    left join reference.township on observation.ref_area = township.ref_area
    left join reference.county on observation.ref_area = county.ref_area
    where observation.category = '_T' and observation.obs_status = 'A'
),

finding as (
    select latest.*, latest.judgement as finding, 1 as grade
    from latest
    where latest.judgement in ('behind', 'attention')
    union all
    select latest.*, 'drop' as finding, 2 as grade
    from latest
    inner join reference.setting on setting.setting = 'drop_attention'
    where
        not latest.is_county
        and latest.polarity = 'higher_is_better'
        and latest.indicator_kind = 'flow'
        and latest.change_ratio < -setting.value
        -- A flow of a few units falls by half every other month: that is noise, not news.
        and latest.previous_value >= 100
        and exists (select 1 from reference.board where board.indicator = latest.indicator)
)

select
    finding,
    indicator,
    indicator_zh,
    unit_zh,
    decimals,
    polarity,
    ref_area,
    area_name,
    is_county,
    time_period,
    obs_value,
    previous_value,
    change_previous,
    change_ratio,
    target,
    pace,
    pace_basis,
    progress,
    place,
    places
from finding
order by
    grade,
    finding <> 'behind',
    progress,
    change_ratio,
    indicator,
    ref_area
