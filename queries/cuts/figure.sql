-- One row per cell of a figure for an area: all periods up to a month, or for a figure that shows
-- one moment (heat, pyramid, bars, funnel) the last of them that is complete, or the last if none is.
-- share: of a funnel's step, how much of the step before it is; null at the first, and where either
-- may not be shown.
with

seen as (
    select
        figure_cell.*,
        figure.kind in ('heat', 'pyramid', 'bars', 'funnel') as is_moment,
        figure.kind = 'funnel' as is_path,
        coalesce(
            max(figure_cell.start_date) filter (where figure_cell.obs_status <> 'P') over (),
            max(figure_cell.start_date) over ()
        ) as last_start
    from figure_cell
    inner join figure on figure_cell.figure = figure.id
    inner join reference.month on month.time_period = $time_period
    where
        figure_cell.figure = $figure
        and figure_cell.ref_area = $ref_area
        and figure_cell.start_date <= month.month_end
)

select
    ref_area,
    time_period,
    cast(start_date as timestamp) as start_date,
    category,
    category_position,
    series,
    series_position,
    obs_value,
    obs_status,
    case
        when is_path
            then obs_value / nullif(
                lag(obs_value) over (partition by start_date order by category_position), 0
            )
    end as share
from seen
where not is_moment or start_date = last_start
order by start_date, category_position, category, series_position
