-- One row per monthly stock or running sum and area with a target for the year under way: what it is
-- forecast from, the unbroken run of whole months up to the county's last complete one. An area that
-- did not report that month has none. Reads observation, indicator, period and reference.*.
with

-- In December nothing is left of the year to be forecast.
aimed as (
    select
        target.indicator,
        target.ref_area,
        target.year,
        max(observation.time_period) as time_period,
        max(observation.end_date) as as_of,
        cast(max(target.target) as double) as target
    from reference.target
    inner join indicator on target.indicator = indicator.id
    cross join reference.county
    inner join observation
        on target.indicator = observation.indicator
        and observation.category = '_T'
        and observation.obs_status = 'A'
        and county.ref_area = observation.ref_area
    where indicator.freq = 'M' and (indicator.kind = 'stock' or indicator.accumulate = 'year')
    group by target.indicator, target.ref_area, target.year
    having year(as_of) = target.year and month(as_of) < 12
),

-- Whatever an event says of an indicator's definition, what was counted before it is another thing.
cut as (
    select
        breaks as indicator,
        max(event_on) as since
    from reference.event
    where breaks is not null
    group by breaks
),

-- What each month itself brought or stood at; nothing that is missing, partial or withheld.
monthly as (
    select
        observation.indicator,
        observation.ref_area,
        period.start_date,
        case
            when observation.obs_status <> 'A' then null
            when indicator.accumulate <> 'year' or month(period.start_date) = 1
                then observation.obs_value
            when before.obs_status = 'A' then observation.obs_value - before.obs_value
        end as amount
    from observation
    inner join indicator on observation.indicator = indicator.id
    inner join period on observation.time_period = period.time_period
    left join observation as before
        on period.previous = before.time_period
        and observation.indicator = before.indicator
        and observation.ref_area = before.ref_area
        and observation.category = before.category
    where observation.category = '_T' and period.freq = 'M'
),

told as (
    select
        aimed.*,
        monthly.start_date,
        monthly.amount,
        max(monthly.start_date) filter (where monthly.amount is null) over area as gap
    from aimed
    left join monthly
        on aimed.indicator = monthly.indicator
        and aimed.ref_area = monthly.ref_area
        and monthly.start_date <= aimed.as_of
    window area as (partition by aimed.indicator, aimed.ref_area)
),

-- A month in the middle of which the definition changed is of neither.
unbroken as (
    select
        told.*,
        told.amount is not null
        and (told.gap is null or told.start_date > told.gap)
        and (cut.since is null or told.start_date >= cut.since) as is_of_run
    from told
    left join cut on told.indicator = cut.indicator
)

select
    unbroken.indicator,
    unbroken.ref_area,
    unbroken.year,
    unbroken.time_period,
    unbroken.target,
    indicator.polarity,
    indicator.accumulate = 'year' as is_sum,
    indicator.unit_zh = '%' as is_share,
    month(unbroken.as_of) as months_gone,
    coalesce(
        list(unbroken.amount order by unbroken.start_date) filter (where unbroken.is_of_run), []
    ) as amounts
from unbroken
inner join indicator on unbroken.indicator = indicator.id
group by all
order by unbroken.indicator, unbroken.ref_area
