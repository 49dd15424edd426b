-- One row per figure × ref_area × time_period × category × series, as it is, for the build alone:
-- rolled up and divided, once. Reads figure_component, figure, reference.* and period.
with

township_cell as (
    select figure_component.*
    from figure_component
    inner join reference.township on figure_component.ref_area = township.ref_area
    where township.in_scope
),

county_cell as (
    select
        township_cell.figure,
        county.ref_area,
        township_cell.time_period,
        township_cell.category,
        township_cell.category_position,
        township_cell.series,
        township_cell.series_position,
        sum(township_cell.numerator) as numerator,
        sum(township_cell.denominator) as denominator,
        sum(township_cell.contributors) as contributors,
        max(township_cell.largest) as largest,
        -- of a sum no more is known of the second than that it is no larger
        max(township_cell.largest) as second_largest
    from township_cell
    inner join figure on township_cell.figure = figure.id
    cross join reference.county
    where figure.rollup = 'sum'
    group by all
),

supplied_cell as (
    select figure_component.*
    from figure_component
    inner join reference.county on figure_component.ref_area = county.ref_area
    inner join figure on figure_component.figure = figure.id
    where figure.rollup = 'none'
),

-- A period in which a township has no cell at all was not fully reported.
reporting as (
    select
        figure,
        time_period,
        count(distinct ref_area) filter (where numerator is not null) as townships
    from township_cell
    group by figure, time_period
),

expected as (
    select count(*) as townships
    from reference.township
    where in_scope
),

cell as (
    select * from township_cell
    union all by name
    select * from county_cell
    union all by name
    select * from supplied_cell
)

select
    cell.figure,
    cell.ref_area,
    cell.time_period,
    cell.category,
    cell.category_position,
    cell.series,
    cell.series_position,
    cell.numerator,
    cell.denominator,
    period.start_date,
    period.end_date,
    case
        when cell.denominator is null then cast(cell.numerator as double)
        else cast(cell.numerator as double) * figure.per / nullif(cast(cell.denominator as double), 0)
    end as obs_value,
    case
        when cell.numerator is null then 'O'
        when period.end_date > figure.as_of then 'P'
        when
            county.ref_area is not null
            and figure.kind <> 'list'  -- a township with nothing to list has reported all the same
            and reporting.townships < expected.townships
            then 'P'
        else 'A'
    end as obs_status,
    cell.contributors,
    cell.largest,
    cell.second_largest
from cell
inner join figure on cell.figure = figure.id
inner join period on cell.time_period = period.time_period
left join reporting
    on cell.figure = reporting.figure
    and cell.time_period = reporting.time_period
left join reference.county on cell.ref_area = county.ref_area
cross join expected
