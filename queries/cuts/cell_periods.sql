-- One row per period an indicator or figure has cells of, newest first.
select distinct time_period
from (
    select
        indicator as declared,
        time_period
    from observation
    union all
    select
        figure as declared,
        time_period
    from figure_cell
)
where declared = $declared
order by time_period desc
