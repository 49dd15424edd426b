-- One row per category (and series) of an indicator or figure in one area and period; an
-- indicator's total '_T' comes first.
with cell as (
    select
        category,
        '_T' as series,
        0 as category_position,
        0 as series_position,
        numerator,
        denominator,
        obs_value,
        obs_status
    from observation
    where
        indicator = $declared
        and ref_area = $ref_area
        and time_period = $time_period
    union all
    select
        category,
        series,
        category_position,
        series_position,
        numerator,
        denominator,
        obs_value,
        obs_status
    from figure_cell
    where
        figure = $declared
        and ref_area = $ref_area
        and time_period = $time_period
)

select
    category,
    series,
    numerator,
    denominator,
    obs_value,
    obs_status
from cell
order by
    category <> '_T',
    category_position,
    series_position,
    obs_value desc nulls last,
    category
