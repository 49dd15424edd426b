-- One row per thing that needs a look: behind its target (behind), falling due (due), out of its
-- own course (unusual) or not there (gap). Kinds stand in that order, and of a kind the gravest first:
-- behind before attention, then by the share of the pace that is reached; what is past its date
-- in the order of the board of that name, before a target that will be missed; of falls the
-- steepest. What is said of it is the page's.
-- An incomplete, missing or withheld value is never judged; a neutral one never falls behind.
-- Said once: of one fact and area only the gravest stays. A fact is what is counted: a sum and its
-- monthly flow count the same records, and an indicator may be declared the same as another. Of one
-- fact and kind one row leads, the county's if it has one, else the gravest, and names the others
-- (others_zh); those are is_led, and stand alone only where a reader looks at their township.
-- muted says why a row is not worth a reader's minute: 'small', a rate of too few cases in a
-- township, or a change between too few; 'same', a township that chance alone may have set apart.
-- Not muted are the county's targets, which it set itself, and what is counted past its date.
with

limits as (
    select
        max(value) filter (where setting = 'drop_attention') as least_drop,
        max(value) filter (where setting = 'headline_base') as least_base,
        max(value) filter (where setting = 'due_months') as due_months
    from reference.setting
),

until as (select month_end from reference.month where time_period = $time_period),

place_on_board as (
    select
        board.indicator,
        min((board.board <> 'overview', coalesce(theme.position, 99), board.position)) as place
    from reference.board
    left join reference.theme on board.board = theme.theme
    group by board.indicator
),

counted as (
    select
        id,
        nullif(same_as, '') as same_as,
        min(id) over (partition by extracts, rows_of, rows, measure) as first_id
    from indicator
),

fact as (
    select
        counted.id as indicator,
        coalesce(same.first_id, counted.first_id) as fact
    from counted
    left join counted as same on counted.same_as = same.id
),

shown as (
    select
        observation.indicator,
        max(observation.time_period) as time_period
    from observation
    inner join until on observation.end_date <= until.month_end
    inner join reference.county on observation.ref_area = county.ref_area
    where
        observation.category = '_T'
        and observation.obs_status = 'A'
    group by observation.indicator
),

known as (
    select
        observation.*,
        fact.fact,
        indicator.name_zh as indicator_zh,
        indicator.unit_zh,
        indicator.decimals,
        indicator.polarity,
        indicator.kind as indicator_kind,
        indicator.standardised,
        coalesce(township.name_zh, county.short_zh) as area_name,
        township.position as area_position,
        township.ref_area is null as is_county,
        observation.change_previous / nullif(abs(observation.previous_value), 0) as change_ratio,
        case indicator.polarity
            when 'lower_is_better' then observation.pace / nullif(observation.obs_value, 0)
            else observation.obs_value / nullif(observation.pace, 0)
        end as reach
    from observation
    inner join indicator on observation.indicator = indicator.id
    inner join fact on observation.indicator = fact.indicator
    left join reference.township on observation.ref_area = township.ref_area
    left join reference.county on observation.ref_area = county.ref_area
    where observation.category = '_T'
),

latest as (
    select known.*
    from known
    inner join shown
        on known.indicator = shown.indicator
        and known.time_period = shown.time_period
    where known.obs_status = 'A'
),

behind as (
    select
        latest.*,
        'behind' as kind,
        judgement as finding,
        case judgement when 'behind' then 1 else 3 end as grade,
        not is_county and standardised as weighs_cases
    from latest
    where judgement in ('behind', 'attention') and polarity <> 'neutral'
),

overdue as (
    select
        latest.*,
        'due' as kind,
        'overdue' as finding,
        2 as grade,
        false as weighs_cases
    from latest
    inner join reference.board on latest.indicator = board.indicator and board.board = 'overdue'
    where latest.obs_value > 0
),

will_miss as (
    select
        latest.*,
        'due' as kind,
        'will_miss' as finding,
        2 as grade,
        false as weighs_cases,
        forecast.obs_value as expected,
        forecast.obs_lower as lower,
        forecast.obs_upper as upper,
        forecast.level
    from latest
    inner join forecast
        on latest.indicator = forecast.indicator
        and latest.ref_area = forecast.ref_area
        and latest.time_period = forecast.time_period
    cross join limits
    where
        forecast.state = 'will_miss'
        and latest.polarity <> 'neutral'
        and 12 - month(latest.end_date) <= limits.due_months
),

signalled as (
    select
        latest.*,
        'unusual' as kind,
        signal.direction as finding,
        case latest.polarity when 'neutral' then 5 else 4 end as grade,
        true as weighs_cases,
        signal.expected,
        signal.lower,
        signal.upper,
        signal.slope_per_year,
        signal.periods
    from latest
    inner join signal
        on latest.indicator = signal.indicator
        and latest.ref_area = signal.ref_area
        and latest.time_period = signal.time_period
    inner join place_on_board on latest.indicator = place_on_board.indicator
    where
        (signal.direction = 'low' and latest.polarity <> 'lower_is_better')
        or (signal.direction = 'high' and latest.polarity <> 'higher_is_better')
        or (signal.direction = 'falling' and latest.polarity = 'higher_is_better')
        or (signal.direction = 'rising' and latest.polarity = 'lower_is_better')
),

-- Where a course is too short to know what is usual, a steep fall in one period is all there is: one
-- that is as steep against the same period of the year before, where there is one, for else it may
-- be the season.
dropped as (
    select
        latest.*,
        'unusual' as kind,
        'drop' as finding,
        4 as grade,
        true as weighs_cases
    from latest
    inner join place_on_board on latest.indicator = place_on_board.indicator
    cross join limits
    where
        not latest.is_county
        and latest.polarity = 'higher_is_better'
        and latest.indicator_kind = 'flow'
        and latest.change_ratio < -limits.least_drop
        and coalesce(latest.change_year_ratio < -limits.least_drop, true)
        -- A flow of a few units falls by half every other month: that is noise, not news.
        and latest.previous_value >= 100
        and not exists (
            select 1
            from signal
            where
                signal.indicator = latest.indicator
                and signal.ref_area = latest.ref_area
                and signal.time_period = latest.time_period
                and signal.kind = 'point'
                and signal.direction <> 'short'
        )
),

weighed as (
    select
        found.*,
        case
            when not found.weighs_cases then ''
            when
                coalesce(
                    found.denominator,
                    case
                        when not found.standardised then greatest(
                            abs(found.obs_value),
                            abs(coalesce(found.previous_value, 0)),
                            abs(coalesce(found.expected, 0))
                        )
                    end
                ) < limits.least_base then 'small'
            when
                interval.versus_county = 'same'
                and found.finding in ('behind', 'attention', 'drop')
                then 'same'
            else ''
        end as muted,
        -- how steep a fall is; how far out of its limits, in their width; how fast a course moves
        case found.finding
            when 'drop' then found.change_ratio
            when 'rising' then -abs(found.slope_per_year / nullif(found.obs_value, 0))
            when 'falling' then -abs(found.slope_per_year / nullif(found.obs_value, 0))
            else
                -abs(found.obs_value - found.expected) / nullif(found.upper - found.lower, 0)
        end as steepness
    from (
        select * from behind
        union all by name
        select * from overdue
        union all by name
        select * from will_miss
        union all by name
        select * from signalled
        union all by name
        select * from dropped
    ) as found
    cross join limits
    left join interval
        on found.indicator = interval.indicator
        and found.ref_area = interval.ref_area
        and found.time_period = interval.time_period
),

once as (
    select weighed.*
    from weighed
    qualify row_number() over (
        partition by ref_area, fact
        order by muted <> '', grade, reach, steepness, indicator, finding
    ) = 1
),

-- The last period any township has: who is not in it is missing, and what did not arrive says why.
reported as (
    select
        known.indicator,
        max(known.time_period) as time_period
    from known
    inner join until on known.end_date <= until.month_end
    inner join place_on_board on known.indicator = place_on_board.indicator
    where not known.is_county and known.obs_status = 'A'
    group by known.indicator
),

not_arrived as (
    select
        indicator.id as indicator,
        arrival_month.ref_area,
        arrival_month.time_period,
        min(arrival_month.extract) as extract
    from arrival_month
    inner join indicator
        on list_contains(string_split(indicator.extracts, ','), arrival_month.extract)
    where not arrival_month.is_here
    group by indicator.id, arrival_month.ref_area, arrival_month.time_period
),

absent as (
    select
        known.*,
        place_on_board.place as board_place,
        coalesce(not_arrived.extract, 'indicator ' || known.fact) as lacking
    from known
    inner join reported
        on known.indicator = reported.indicator
        and known.time_period = reported.time_period
    inner join place_on_board on known.indicator = place_on_board.indicator
    left join not_arrived
        on known.indicator = not_arrived.indicator
        and known.ref_area = not_arrived.ref_area
        and strftime(known.end_date, '%Y-%m') = not_arrived.time_period
    where
        not known.is_county
        and known.obs_status = 'O'
        and not exists (
            select 1
            from once
            where once.ref_area = known.ref_area and once.fact = known.fact
        )
),

-- One row for all that one file did not bring of a township.
gap as (
    select
        absent.*,
        'gap' as kind,
        'absent' as finding,
        6 as grade,
        '' as muted,
        count(*) over same_gap as indicators,
        schedule.name_zh as extract_zh
    from absent
    left join reference.schedule as schedule on absent.lacking = schedule.extract
    window same_gap as (partition by absent.ref_area, absent.lacking, absent.time_period)
    qualify row_number() over (same_gap order by board_place, absent.indicator) = 1
),

-- A whole file that is late today and should hold the month looked at.
late as (
    select
        'due' as kind,
        'late' as finding,
        2 as grade,
        '' as muted,
        county.ref_area,
        county.short_zh as area_name,
        true as is_county,
        owed.*,
        date_diff('day', owed.due_on, cast($today as date)) as days_late,
        'extract ' || owed.extract as fact
    from (
        select
            extract.extract,
            schedule.name_zh as extract_zh,
            schedule.owner_zh,
            min(period.time_period) as time_period,
            min(period.end_date) + cast(schedule.due_day as integer) as due_on
        from reference.schedule as schedule
        inner join reference.extract as extract on schedule.extract = extract.extract
        inner join period on schedule.freq = period.freq and period.end_date > extract.as_of
        inner join until on period.end_date <= until.month_end
        group by extract.extract, schedule.name_zh, schedule.owner_zh, schedule.due_day
    ) as owed
    cross join reference.county
    where owed.due_on < cast($today as date)
),

found as (
    select * from once
    union all by name
    select * from gap
    union all by name
    select * from late
),

told as (
    select
        found.*,
        overdue_board.position as due_place,
        row_number() over alike as place_alike,
        list(found.area_name) over (alike rows between unbounded preceding and unbounded following)
            as all_alike
    from found
    left join reference.board as overdue_board
        on found.indicator = overdue_board.indicator
        and found.finding = 'overdue'
        and overdue_board.board = 'overdue'
    window alike as (
        partition by found.fact, found.kind, found.muted
        order by
            not found.is_county,
            found.grade,
            found.reach,
            found.steepness,
            found.obs_value desc,
            found.area_position
    )
)

select
    kind,
    finding,
    muted,
    muted = '' and place_alike > 1 as is_led,
    indicator,
    indicator_zh,
    unit_zh,
    decimals,
    polarity,
    ref_area,
    area_name,
    is_county,
    case when muted = '' and place_alike = 1 then all_alike[2:] else [] end as others_zh,
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
    places,
    expected,
    lower,
    upper,
    level,
    slope_per_year,
    periods,
    indicators,
    extract,
    extract_zh,
    owner_zh,
    due_on,
    days_late
from told
order by
    array_position(['behind', 'due', 'unusual', 'gap'], kind),
    muted <> '',
    grade,
    days_late desc nulls last,
    due_place nulls last,
    reach,
    steepness,
    indicator nulls last,
    extract,
    ref_area
