-- One row per cell of a figure for an area, all periods up to a month.
select
    figure_cell.ref_area,
    figure_cell.time_period,
    cast(figure_cell.start_date as timestamp) as start_date,
    figure_cell.category,
    figure_cell.category_position,
    figure_cell.series,
    figure_cell.series_position,
    figure_cell.obs_value,
    figure_cell.obs_status
from figure_cell
inner join reference.month on month.time_period = $time_period
where
    figure_cell.figure = $figure
    and figure_cell.ref_area = $ref_area
    and figure_cell.start_date <= month.month_end
order by
    figure_cell.start_date,
    figure_cell.category_position,
    figure_cell.category,
    figure_cell.series_position
