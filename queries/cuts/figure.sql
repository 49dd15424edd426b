-- One row per cell of a figure for an area: all periods up to a month, or for a figure that shows
-- one moment (heat, pyramid) the last of them.
with

seen as (
    select
        figure_cell.*,
        figure.kind in ('heat', 'pyramid') as is_moment,
        max(figure_cell.start_date) over () as last_start
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
    obs_status
from seen
where not is_moment or start_date = last_start
order by start_date, category_position, category, series_position
