-- One row per point of a control limit (Spiegelhalter 2005): how far from the county's value a
-- township with so many cases below the line may lie by chance, of an indicator's last period
-- complete for the county up to a month. level: one township alone, or all of them together; a
-- township is told apart from the county exactly where it lies beyond the limits of 'family', which
-- are the intervals of queries/limits.sql turned round. None without intervals or a county's value.
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

compared as (
    select
        interval.method,
        count(*) as townships,
        cast(min(observation.denominator) as double) as least,
        cast(max(observation.denominator) as double) as most
    from interval
    inner join shown on interval.time_period = shown.time_period
    inner join observation
        on interval.indicator = observation.indicator
        and interval.ref_area = observation.ref_area
        and interval.time_period = observation.time_period
        and interval.category = observation.category
    where interval.indicator = $indicator and interval.versus_county is not null
    group by interval.method
),

level as (
    select
        compared.*,
        case chance_level.areas when compared.townships then 'family' else 'one' end as level,
        chance_level.z,
        -- the corrections of limits.sql are the family's alone
        case chance_level.areas when compared.townships then 0.5 else 0 end as half,
        case chance_level.areas when compared.townships then (chance_level.z ** 2 - 1) / 6 else 0 end
            as skew
    from compared
    inner join chance_level
        on chance_level.areas = 1 or compared.townships = chance_level.areas
),

-- More points where the limits bend.
point as (
    select
        level.*,
        side.side,
        cast(indicator.per as double) as per,
        observation.obs_value / indicator.per as middle,
        0.9 * least * power(most / least * 1.15, step.step / 40.0) as base
    from level
    cross join (values ('upper'), ('lower')) as side (side)
    cross join range(41) as step (step)
    cross join shown
    inner join indicator on indicator.id = $indicator
    inner join reference.county on true
    inner join observation
        on indicator.id = observation.indicator
        and county.ref_area = observation.ref_area
        and shown.time_period = observation.time_period
        and observation.category = '_T'
        and observation.obs_status = 'A'
),

-- Of shares the lower limit is 1 less the upper limit of the cases that do not count.
turned as (
    select
        point.*,
        case side when 'upper' then middle else 1 - middle end as p,
        base * middle as expected,
        base - 0.5 - skew as whole,
        base - 2 * skew as rest,
        z * z * base as spread
    from point
),

limited as (
    select
        turned.*,
        case
            when method = 'wilson' and (
                level = 'one'
                -- the lower limit of a township all of whose cases count
                or whole > 0 and p < (
                    2 * whole * rest + spread
                    - sqrt(spread * (4 * whole * (rest - whole) + spread))
                ) / (2 * (rest * rest + spread))
            )
                then p + (z * sqrt(base * p * (1 - p)) + half + skew * (1 - 2 * p)) / base
            when method = 'wilson' then 1
        end as share,
        -- Byar's limits are of a count: for one, the population for which it would just be too many
        case when method = 'byar' and side = 'upper'
            then expected + z * sqrt(expected) + (z * z - 1) / 6 + 0.5
        when method = 'byar'
            then greatest(expected - z * sqrt(expected) + (z * z - 1) / 6 - 0.5, 0)
        end as cases
    from turned
),

placed as (
    select
        limited.*,
        case
            when method = 'wilson' then base
            when side = 'upper' then
                cases * power(greatest(1 - 1 / (9 * cases) - z / (3 * sqrt(cases)), 0), 3)
                / middle
            else
                (cases + 1)
                * power(1 - 1 / (9 * (cases + 1)) + z / (3 * sqrt(cases + 1)), 3)
                / middle
        end as denominator
    from limited
    where method = 'wilson' or middle > 0
)

select
    level,
    side,
    denominator,
    case
        when method = 'byar' then per * cases / denominator
        when side = 'upper' then per * least(share, 1)
        else per * greatest(1 - share, 0)
    end as obs_value
from placed
where denominator > 0
order by level, side, denominator
