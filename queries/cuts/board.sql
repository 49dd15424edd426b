-- One row per indicator of a board: its last complete observation for an area, with the last
-- thirteen values for a sparkline.
with

candidate as (
    select
        board.position,
        observation.*,
        row_number() over (
            partition by observation.indicator
            order by observation.end_date desc
        ) as recency
    from reference.board
    inner join observation on board.indicator = observation.indicator
    inner join reference.month on month.time_period = $time_period
    where
        board.board = $board
        and observation.ref_area = $ref_area
        and observation.category = '_T'
        and observation.end_date <= month.month_end
),

-- The figure shown is the last complete one; the line behind it shows all that was reported since
-- the definition last changed.
shown as (
    select
        candidate.*,
        row_number() over (partition by indicator order by end_date desc) as place_in_time
    from candidate
    where obs_status = 'A'
),

counted_alike as (
    select
        candidate.*,
        coalesce(segment.segment, 0) as segment,
        max(coalesce(segment.segment, 0)) over (partition by candidate.indicator) as last_segment
    from candidate
    left join segment
        on candidate.indicator = segment.indicator
        and candidate.time_period = segment.time_period
),

line as (
    select
        indicator,
        list(case when segment = last_segment then obs_value end order by end_date) as spark
    from counted_alike
    where recency <= 13
    group by indicator
)

select
    shown.indicator,
    shown.time_period,
    shown.numerator,
    shown.denominator,
    shown.obs_value,
    shown.obs_status,
    shown.change_previous,
    shown.change_year,
    shown.change_year_ratio,
    shown.obs_value - county_observation.obs_value as change_county,
    shown.target,
    shown.pace,
    shown.pace_basis,
    shown.progress,
    shown.judgement,
    shown.place,
    shown.places,
    shown.tied,
    county.ref_area = shown.ref_area as is_county,
    line.spark
from shown
inner join line on shown.indicator = line.indicator
cross join reference.county
left join observation as county_observation
    on county.ref_area = county_observation.ref_area
    and shown.indicator = county_observation.indicator
    and shown.time_period = county_observation.time_period
    and county_observation.category = '_T'
    and county_observation.obs_status = 'A'
where shown.place_in_time = 1
order by shown.position
