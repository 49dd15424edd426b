-- One row per indicator × ref_area × time_period × category, as it is, for the build alone: what
-- may be shown of it is observation. Components rolled up, added over the year and divided.
-- Reads component, indicator, reference.* and period.
with

area as (
    select ref_area, in_scope, false as is_county from reference.township
    union all
    select ref_area, true as in_scope, true as is_county from reference.county
),

-- Sources may report townships the bureau's statistics leave out; they must not enter its totals.
reported as (
    select component.*
    from component
    inner join area on component.ref_area = area.ref_area
    where area.in_scope
),

category_total as (
    select
        indicator,
        ref_area,
        time_period,
        '_T' as category,
        sum(numerator) as numerator,
        sum(denominator) as denominator,
        sum(contributors) as contributors,
        max(largest) as largest,
        max(largest) as second_largest
    from reported
    where indicator not in (select indicator from reported where category = '_T')
    group by indicator, ref_area, time_period
),

counted as (
    select * from reported
    union all by name
    select * from category_total
),

span as (
    select
        counted.indicator,
        counted.category,
        min(period.start_date) as first_start,
        max(period.start_date) as last_start
    from counted
    inner join period on counted.time_period = period.time_period
    group by counted.indicator, counted.category
),

-- Every area is expected in every period from the first any area has to the last: a row nobody
-- sent is missing, not zero.
expected as (
    select
        span.indicator,
        period.time_period,
        span.category,
        area.ref_area,
        area.in_scope,
        area.is_county
    from span
    inner join indicator on span.indicator = indicator.id
    inner join period
        on indicator.freq = period.freq
        and period.start_date between span.first_start and span.last_start
    cross join area
),

placed as (
    select
        expected.*,
        counted.numerator,
        counted.denominator,
        counted.contributors,
        counted.largest,
        counted.second_largest,
        -- a rate is known where both its sides are
        counted.numerator is not null
        and (counted.denominator is not null or not indicator.standardised) as is_known
    from expected
    inner join indicator on expected.indicator = indicator.id
    left join counted
        on expected.indicator = counted.indicator
        and expected.time_period = counted.time_period
        and expected.category = counted.category
        and expected.ref_area = counted.ref_area
),

-- A county figure is sum over sum, and known to be partial when a township has not reported.
county as (
    select
        indicator,
        time_period,
        category,
        sum(numerator) filter (where is_known) as numerator,
        sum(denominator) filter (where is_known) as denominator,
        sum(contributors) filter (where is_known) as contributors,
        max(largest) filter (where is_known) as largest,
        count(*) filter (where not is_known) as absent
    from placed
    where in_scope and not is_county
    group by indicator, time_period, category
),

rolled_up as (
    select
        placed.indicator,
        placed.ref_area,
        placed.time_period,
        placed.category,
        placed.in_scope,
        case
            when placed.is_county and indicator.rollup = 'sum' then county.numerator
            else placed.numerator
        end as numerator,
        case
            when placed.is_county and indicator.rollup = 'sum' then county.denominator
            else placed.denominator
        end as denominator,
        case
            when placed.is_county and indicator.rollup = 'sum' then county.contributors
            else placed.contributors
        end as contributors,
        case
            when placed.is_county and indicator.rollup = 'sum' then county.largest
            else placed.largest
        end as largest,
        -- of a sum no more is known of the second than that it is no larger
        case
            when placed.is_county and indicator.rollup = 'sum' then county.largest
            else placed.second_largest
        end as second_largest,
        case when placed.is_county then county.absent else 0 end as absent
    from placed
    inner join indicator on placed.indicator = indicator.id
    inner join county
        on placed.indicator = county.indicator
        and placed.time_period = county.time_period
        and placed.category = county.category
),

accumulated as (
    select
        rolled_up.indicator,
        rolled_up.ref_area,
        rolled_up.time_period,
        rolled_up.category,
        rolled_up.in_scope,
        period.end_date,
        rolled_up.numerator as numerator_of_period,
        case
            when indicator.accumulate = 'year' and rolled_up.numerator is not null
                then sum(rolled_up.numerator) over so_far
            else rolled_up.numerator
        end as numerator,
        rolled_up.denominator,
        rolled_up.contributors,
        rolled_up.largest,
        rolled_up.second_largest,
        case
            when indicator.accumulate = 'year'
                then sum(rolled_up.absent + cast(rolled_up.numerator is null as int)) over so_far
            else rolled_up.absent
        end as absent
    from rolled_up
    inner join indicator on rolled_up.indicator = indicator.id
    inner join period on rolled_up.time_period = period.time_period
    window so_far as (
        partition by
            rolled_up.indicator, rolled_up.ref_area, rolled_up.category, period.year
        order by rolled_up.time_period
        rows between unbounded preceding and current row
    )
)

select
    accumulated.indicator,
    accumulated.ref_area,
    accumulated.time_period,
    accumulated.category,
    accumulated.numerator,
    accumulated.denominator,
    case
        when not indicator.standardised then cast(accumulated.numerator as double)
        else
            cast(accumulated.numerator as double) * indicator.per
            / nullif(cast(accumulated.denominator as double), 0)
    end as obs_value,
    case
        when not accumulated.in_scope then 'M'
        when accumulated.numerator is null then 'O'
        when indicator.standardised and accumulated.denominator is null then 'O'
        when indicator.standardised and accumulated.denominator = 0 then 'M'
        when accumulated.end_date > indicator.as_of or accumulated.absent > 0 then 'P'
        else 'A'
    end as obs_status,
    -- what disclosure control asks: a running sum can be told apart into its periods
    accumulated.numerator_of_period,
    accumulated.contributors,
    accumulated.largest,
    accumulated.second_largest
from accumulated
inner join indicator on accumulated.indicator = indicator.id
