-- One row per step and area: two indicators, each at its last period complete for the county up to
-- the step's month. Step 0 is the month asked for, each further one the same month a year earlier:
-- so running sums and seasons stay comparable.
with

step as (
    select
        asked.year - month.year as step,
        month.month_end
    from reference.month as asked
    inner join reference.month on asked.month = month.month and month.year <= asked.year
    where asked.time_period = $time_period
),

asked as (
    select 'x' as axis, * from indicator where id = $x
    union all
    select 'y' as axis, * from indicator where id = $y
),

complete as (
    select
        asked.axis,
        step.step,
        max(observation.time_period) as time_period
    from step
    cross join asked
    inner join observation
        on asked.id = observation.indicator
        and observation.category = '_T'
        and observation.obs_status = 'A'
        and observation.end_date <= step.month_end
        -- the newest may be old, an earlier one is of its own year or not there
        and (step.step = 0 or observation.end_date > last_day(step.month_end - interval 1 year))
    inner join reference.county on observation.ref_area = county.ref_area
    group by asked.axis, step.step
),

-- An old newest one may be an earlier step's too; it is drawn once.
shown as (
    select
        axis,
        step,
        time_period
    from complete
    qualify step = min(step) over (partition by axis, time_period)
),

area as (
    select ref_area, name_zh, 'township' as area_level, position
    from reference.township
    where in_scope
    union all
    select ref_area, short_zh, 'county', 0
    from reference.county
),

-- Compared as they are printed: nobody sees by how little 3.66 lies above 3.66.
valued as (
    select
        shown.axis,
        shown.step,
        shown.time_period,
        area.ref_area,
        area.name_zh,
        area.area_level,
        area.position,
        coalesce(observation.obs_status, 'O') as obs_status,
        observation.obs_value,
        case
            when observation.obs_status = 'A'
                then round(observation.obs_value, cast(asked.decimals as integer))
        end as printed,
        asked.standardised
    from shown
    inner join asked on shown.axis = asked.axis
    cross join area
    left join observation
        on asked.id = observation.indicator
        and shown.time_period = observation.time_period
        and area.ref_area = observation.ref_area
        and observation.category = '_T'
),

-- A county's total is no yardstick for its parts; their own middle is.
measured as (
    select
        *,
        case
            when standardised then max(printed) filter (where area_level = 'county') over of_step
            else median(printed) filter (where area_level = 'township') over of_step
        end as yardstick
    from valued
    window of_step as (partition by axis, step)
),

sided as (
    select
        *,
        case
            when area_level = 'county' or printed is null or yardstick is null then null
            when printed > yardstick then 'above'
            when printed < yardstick then 'below'
            else 'level'
        end as side
    from measured
),

paired as (
    select
        x.step,
        x.ref_area,
        x.name_zh,
        x.area_level,
        x.position,
        x.time_period as x_period,
        x.obs_value as x_value,
        x.obs_status as x_status,
        x.printed as x_printed,
        x.yardstick as x_yardstick,
        x.side as x_side,
        y.time_period as y_period,
        y.obs_value as y_value,
        y.obs_status as y_status,
        y.printed as y_printed,
        y.yardstick as y_yardstick,
        y.side as y_side
    from sided as x
    inner join sided as y
        on x.step = y.step
        and x.ref_area = y.ref_area
        and x.axis = 'x'
        and y.axis = 'y'
),

-- Those that tie share the middle of their ranks, as Spearman's coefficient wants them.
ranked as (
    select
        step,
        rank() over (partition by step order by x_printed)
        + (count(*) over (partition by step, x_printed) - 1) / 2.0 as x_rank,
        rank() over (partition by step order by y_printed)
        + (count(*) over (partition by step, y_printed) - 1) / 2.0 as y_rank
    from paired
    where area_level = 'township' and x_printed is not null and y_printed is not null
),

-- Where all are alike there is no order to agree with; fewer than five points show nothing.
related as (
    select
        step,
        count(*) as points,
        case
            when count(*) >= 5 and count(distinct x_rank) > 1 and count(distinct y_rank) > 1
                then corr(x_rank, y_rank)
        end as rho
    from ranked
    group by step
)

select
    paired.step,
    paired.ref_area,
    paired.name_zh,
    paired.area_level,
    paired.x_period,
    paired.x_value,
    paired.x_status,
    paired.x_yardstick,
    paired.x_side,
    paired.y_period,
    paired.y_value,
    paired.y_status,
    paired.y_yardstick,
    paired.y_side,
    coalesce(related.points, 0) as points,
    related.rho,
    -- what chance alone reaches in one of twenty pairs that have nothing to do with one another
    abs(related.rho) * sqrt(related.points - 1) >= 1.96 as is_telling
from paired
left join related on paired.step = related.step
order by paired.step, paired.position
