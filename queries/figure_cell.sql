-- One row per figure × ref_area × time_period × category × series, fit to be shown: what is withheld
-- has lost its numbers. Of sensitive records a mean is shown rounded and alone: below its line is a
-- count that is withheld elsewhere. Reads figure_observed, figure, protected and withheld_cell.
with

cell as (
    select
        figure_observed.*,
        declared.decimals,
        protected.id is not null and figure_observed.denominator is not null as is_alone,
        withheld_cell.declared is not null as is_withheld
    from figure_observed
    inner join figure as declared on figure_observed.figure = declared.id
    left join protected on figure_observed.figure = protected.id
    left join withheld_cell
        on figure_observed.figure = withheld_cell.declared
        and figure_observed.category = withheld_cell.category
        and figure_observed.series = withheld_cell.series
        and figure_observed.ref_area = withheld_cell.ref_area
        and figure_observed.time_period = withheld_cell.time_period
)

select
    figure,
    ref_area,
    time_period,
    category,
    category_position,
    series,
    series_position,
    case when not is_withheld and not is_alone then numerator end as numerator,
    case when not is_withheld and not is_alone then denominator end as denominator,
    start_date,
    end_date,
    case
        when is_withheld then null
        when is_alone then round(obs_value, cast(decimals as integer))
        else obs_value
    end as obs_value,
    case when is_withheld then 'Q' else obs_status end as obs_status
from cell
order by all
