-- One row per indicator × ref_area × time_period × category. The only arithmetic on components:
-- roll up, divide, compare, judge. Reads component, indicator, reference.* and period.
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
        sum(denominator) as denominator
    from reported
    where indicator not in (select indicator from reported where category = '_T')
    group by indicator, ref_area, time_period
),

counted as (
    select indicator, ref_area, time_period, category, numerator, denominator from reported
    union all
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
        period.freq,
        period.end_date,
        period.previous,
        period.year_ago,
        period.year,
        period.share_of_year,
        case
            when indicator.accumulate = 'year' and rolled_up.numerator is not null
                then sum(rolled_up.numerator) over so_far
            else rolled_up.numerator
        end as numerator,
        rolled_up.denominator,
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
),

valued as (
    select
        accumulated.*,
        case
            when not indicator.standardised then cast(numerator as double)
            else cast(numerator as double) * indicator.per / nullif(cast(denominator as double), 0)
        end as obs_value,
        case
            when not in_scope then 'M'
            when numerator is null then 'O'
            when indicator.standardised and denominator is null then 'O'
            when indicator.standardised and denominator = 0 then 'M'
            when end_date > indicator.as_of or absent > 0 then 'P'
            else 'A'
        end as obs_status,
        indicator.polarity,
        indicator.accumulate
    from accumulated
    inner join indicator on accumulated.indicator = indicator.id
),

-- An incomplete period is compared with nothing.
compared as (
    select
        valued.*,
        case when before.obs_status = 'A' and valued.obs_status = 'A' then before.obs_value end
            as previous_value,
        case when year_ago.obs_status = 'A' and valued.obs_status = 'A' then year_ago.obs_value end
            as year_ago_value
    from valued
    left join valued as before
        on valued.indicator = before.indicator
        and valued.ref_area = before.ref_area
        and valued.category = before.category
        and valued.previous = before.time_period
        -- a running sum restarts in January: that is no fall
        and (valued.accumulate <> 'year' or valued.year = before.year)
    left join valued as year_ago
        on valued.indicator = year_ago.indicator
        and valued.ref_area = year_ago.ref_area
        and valued.category = year_ago.category
        and valued.year_ago = year_ago.time_period
),

-- A running sum is held against the target's share of the year gone by; anything else against
-- the target itself.
aimed as (
    select
        compared.*,
        target.target,
        target.basis_zh as target_basis_zh,
        case
            when compared.accumulate = 'year' then target.target * compared.share_of_year
            else target.target
        end as pace
    from compared
    left join reference.target
        on compared.indicator = target.indicator
        and compared.ref_area = target.ref_area
        and compared.year = target.year
        and compared.category = '_T'
),

judged as (
    select
        aimed.*,
        case polarity
            when 'lower_is_better' then pace / nullif(obs_value, 0)
            else obs_value / nullif(pace, 0)
        end as pace_ratio
    from aimed
),

ranked as (
    select
        indicator,
        ref_area,
        time_period,
        category,
        rank() over (
            partition by indicator, time_period, category
            order by case polarity when 'lower_is_better' then obs_value else -obs_value end
        ) as place,
        count(*) over (partition by indicator, time_period, category) as places,
        count(*) over (partition by indicator, time_period, category, obs_value) > 1 as tied
    from valued
    inner join reference.township using (ref_area)
    where valued.obs_status = 'A' and valued.polarity <> 'neutral'
)

select
    judged.indicator,
    judged.ref_area,
    judged.time_period,
    judged.category,
    judged.freq,
    judged.end_date,
    case when judged.obs_status <> 'M' then judged.numerator end as numerator,
    case when judged.obs_status <> 'M' then judged.denominator end as denominator,
    case when judged.obs_status <> 'M' then judged.obs_value end as obs_value,
    judged.obs_status,
    judged.previous_value,
    judged.obs_value - judged.previous_value as change_previous,
    judged.year_ago_value,
    judged.obs_value - judged.year_ago_value as change_year,
    (judged.obs_value - judged.year_ago_value) / nullif(abs(judged.year_ago_value), 0)
        as change_year_ratio,
    judged.target,
    judged.target_basis_zh,
    judged.pace,
    case when judged.obs_status in ('A', 'P') then judged.obs_value / nullif(judged.target, 0) end
        as progress,
    case
        when judged.target is null then null
        when judged.obs_status = 'P' then 'pending'
        when judged.obs_status <> 'A' then null
        when judged.polarity = 'neutral' then
            case
                when judged.pace_ratio between attention.value and 2 - attention.value
                    then 'on_pace'
            end
        when judged.polarity = 'lower_is_better' and judged.obs_value <= judged.target
            then 'reached'
        when judged.polarity = 'higher_is_better' and judged.obs_value >= judged.target
            then 'reached'
        when judged.pace_ratio >= attention.value then 'on_pace'
        when judged.pace_ratio >= behind.value then 'attention'
        else 'behind'
    end as judgement,
    ranked.place,
    ranked.places,
    ranked.tied
from judged
inner join reference.setting as attention on attention.setting = 'pace_attention'
inner join reference.setting as behind on behind.setting = 'pace_behind'
left join ranked using (indicator, ref_area, time_period, category)
order by judged.indicator, judged.category, judged.time_period, judged.ref_area
