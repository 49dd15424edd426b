-- One row per indicator × ref_area × time_period × category, fit to be shown: what is withheld has
-- lost every number before anything is compared, ranked or judged with it.
-- Reads observed, withheld_cell, segment, indicator, protected, reference.* and period.
with

-- Of sensitive records a share is shown rounded and alone: how many records there are in all tells
-- how many persons are counted twice, and with that other counts.
declared as (
    select
        indicator.*,
        indicator.per = 100 and protected.id is not null as is_share
    from indicator
    left join protected on indicator.id = protected.id
),

valued as (
    select
        observed.indicator,
        observed.ref_area,
        observed.time_period,
        observed.category,
        case when withheld_cell.declared is null and not indicator.is_share then observed.numerator end
            as numerator,
        case when withheld_cell.declared is null and not indicator.is_share then observed.denominator end
            as denominator,
        case
            when withheld_cell.declared is not null then null
            when indicator.is_share then round(observed.obs_value, cast(indicator.decimals as integer))
            else observed.obs_value
        end as obs_value,
        case when withheld_cell.declared is null then observed.obs_status else 'Q' end
            as obs_status,
        period.freq,
        period.end_date,
        period.previous,
        period.year_ago,
        period.year,
        period.share_of_year,
        coalesce(segment.segment, 0) as segment,
        indicator.polarity,
        indicator.kind,
        indicator.accumulate
    from observed
    inner join declared as indicator on observed.indicator = indicator.id
    inner join period on observed.time_period = period.time_period
    left join segment
        on observed.indicator = segment.indicator
        and observed.time_period = segment.time_period
    left join withheld_cell
        on observed.indicator = withheld_cell.declared
        and observed.category = withheld_cell.category
        and observed.ref_area = withheld_cell.ref_area
        and observed.time_period = withheld_cell.time_period
),

-- An incomplete period is compared with nothing, and no period across a change of the definition.
compared as (
    select
        valued.*,
        case when before.obs_status = 'A' and valued.obs_status = 'A' then before.obs_value end
            as previous_value,
        case when year_ago.obs_status = 'A' and valued.obs_status = 'A' then year_ago.obs_value end
            as year_ago_value,
        case when year_ago.obs_status = 'A' then year_ago.obs_value end as reached_year_ago
    from valued
    left join valued as before
        on valued.indicator = before.indicator
        and valued.ref_area = before.ref_area
        and valued.category = before.category
        and valued.previous = before.time_period
        and valued.segment = before.segment
        -- a running sum restarts in January: that is no fall
        and (valued.accumulate <> 'year' or valued.year = before.year)
    left join valued as year_ago
        on valued.indicator = year_ago.indicator
        and valued.ref_area = year_ago.ref_area
        and valued.category = year_ago.category
        and valued.year_ago = year_ago.time_period
        and valued.segment = year_ago.segment
),

-- What each year ended with, where that is known and may be shown.
closing as (
    select
        indicator,
        ref_area,
        category,
        freq,
        year,
        segment,
        obs_value
    from valued
    where obs_status = 'A' and share_of_year = 1
),

aimed as (
    select
        compared.*,
        target.target,
        target.basis_zh as target_basis_zh,
        target.pacing = '上年节奏' as is_by_rhythm,
        -- which share of last year's sum was there by the same month
        compared.reached_year_ago / nullif(closing.obs_value, 0) as rhythm,
        -- where a stock starts into the year; past its target, that is all it has to hold
        case
            when closing.obs_value is null or compared.polarity = 'neutral' then closing.obs_value
            when compared.polarity = 'lower_is_better'
                then greatest(closing.obs_value, cast(target.target as double))
            else least(closing.obs_value, cast(target.target as double))
        end as opening
    from compared
    left join reference.target
        on compared.indicator = target.indicator
        and compared.ref_area = target.ref_area
        and compared.year = target.year
        and compared.category = '_T'
    left join closing
        on compared.indicator = closing.indicator
        and compared.ref_area = closing.ref_area
        and compared.category = closing.category
        and compared.freq = closing.freq
        and compared.year = closing.year + 1
        and compared.segment = closing.segment
),

based as (
    select
        aimed.*,
        case
            when target is null then null
            when accumulate = 'year' and not coalesce(is_by_rhythm, false) then 'months'
            when accumulate = 'year' and rhythm is null then 'months_instead'
            when accumulate = 'year' then 'rhythm'
            when kind = 'stock' and share_of_year < 1 and opening <> target then 'climb'
            else 'target'
        end as pace_basis
    from aimed
),

-- A running sum is due by the months gone by, or by last year's share of the same month; a stock
-- on the straight line from last year's end to the target; anything else is due in full.
paced as (
    select
        based.*,
        case pace_basis
            when 'rhythm' then target * rhythm
            when 'climb' then opening + (target - opening) * share_of_year
            when 'target' then target
            else target * share_of_year
        end as pace
    from based
),

judged as (
    select
        paced.*,
        case polarity
            when 'lower_is_better' then pace / nullif(obs_value, 0)
            else obs_value / nullif(pace, 0)
        end as pace_ratio
    from paced
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
    judged.pace_basis,
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
