-- One row per monthly indicator × area it applies to: the values of the unbroken run of complete
-- months up to the indicator's last one, oldest first. A running sum is taken apart into its months
-- again; months before the last change of the definition are left out.
-- Reads observation, indicator, period and reference.event.
with

monthly as (
    select
        observation.indicator,
        observation.ref_area,
        observation.time_period,
        observation.obs_value,
        observation.obs_status,
        period.start_date,
        indicator.kind,
        indicator.accumulate,
        not indicator.standardised as is_count
    from observation
    inner join indicator on observation.indicator = indicator.id
    inner join period on observation.time_period = period.time_period
    where
        indicator.freq = 'M'
        and observation.category = '_T'
        and observation.obs_status <> 'M'
),

latest as (
    select
        indicator,
        max(time_period) as time_period,
        max(start_date) as start_date
    from monthly
    where obs_status = 'A'
    group by indicator
),

-- the first day from which all is counted alike
begun as (
    select
        latest.indicator,
        max(event.event_on) as event_on
    from latest
    inner join reference.event as event
        on latest.indicator = event.breaks
        and event.event_on <= last_day(latest.start_date)
    group by latest.indicator
),

taken_apart as (
    select
        monthly.*,
        case
            when monthly.obs_status <> 'A' then null
            when monthly.accumulate = '' or month(monthly.start_date) = 1 then monthly.obs_value
            when before.obs_status = 'A' then monthly.obs_value - before.obs_value
        end as own_value
    from monthly
    left join monthly as before
        on monthly.indicator = before.indicator
        and monthly.ref_area = before.ref_area
        and monthly.start_date = before.start_date + interval 1 month
),

usable as (
    select
        taken_apart.indicator,
        taken_apart.ref_area,
        taken_apart.own_value,
        taken_apart.start_date,
        row_number() over (
            partition by taken_apart.indicator, taken_apart.ref_area
            order by taken_apart.start_date desc
        ) as place,
        datediff('month', taken_apart.start_date, latest.start_date) + 1 as months_ago
    from taken_apart
    inner join latest on taken_apart.indicator = latest.indicator
    left join begun on taken_apart.indicator = begun.indicator
    where
        taken_apart.own_value is not null
        and taken_apart.start_date <= latest.start_date
        and (begun.event_on is null or taken_apart.start_date >= begun.event_on)
),

run as (
    select
        indicator,
        ref_area,
        list(own_value order by start_date) as months
    from usable
    where place = months_ago
    group by indicator, ref_area
)

select
    monthly.indicator,
    monthly.ref_area,
    latest.time_period,
    monthly.kind,
    monthly.is_count,
    coalesce(run.months, []) as months
from monthly
inner join latest
    on monthly.indicator = latest.indicator
    and monthly.time_period = latest.time_period
left join run
    on monthly.indicator = run.indicator
    and monthly.ref_area = run.ref_area
order by monthly.indicator, monthly.ref_area
