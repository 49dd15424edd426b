-- One row per cell of a list figure, all in-scope townships, at its last period up to a month.
with shown as (
    select max(figure_cell.time_period) as time_period
    from figure_cell
    inner join reference.month on month.time_period = $time_period
    where figure_cell.figure = $figure and figure_cell.end_date <= month.month_end
)

select
    township.name_zh as area_name,
    figure_cell.ref_area,
    figure_cell.time_period,
    figure_cell.category,
    figure_cell.series
from figure_cell
inner join shown on figure_cell.time_period = shown.time_period
inner join reference.township on figure_cell.ref_area = township.ref_area
where figure_cell.figure = $figure and figure_cell.numerator > 0
order by township.position, figure_cell.category_position, figure_cell.category
