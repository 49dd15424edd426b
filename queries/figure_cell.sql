-- One row per figure × ref_area × time_period × category × series, fit to be shown: what is withheld
-- has lost its numbers. Reads figure_observed and withheld_cell.
select
    cell.figure,
    cell.ref_area,
    cell.time_period,
    cell.category,
    cell.category_position,
    cell.series,
    cell.series_position,
    case when withheld_cell.declared is null then cell.numerator end as numerator,
    case when withheld_cell.declared is null then cell.denominator end as denominator,
    cell.start_date,
    cell.end_date,
    case when withheld_cell.declared is null then cell.obs_value end as obs_value,
    case when withheld_cell.declared is null then cell.obs_status else 'Q' end as obs_status
from figure_observed as cell
left join withheld_cell
    on cell.figure = withheld_cell.declared
    and cell.category = withheld_cell.category
    and cell.series = withheld_cell.series
    and cell.ref_area = withheld_cell.ref_area
    and cell.time_period = withheld_cell.time_period
order by all
