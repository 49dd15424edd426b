-- One row: which records an indicator or figure counts, as its header said when it was published.
select
    id,
    rows,
    measure,
    rows_of,
    rows_category,
    '' as rows_series
from indicator
where id = $declared
union all
select
    id,
    rows,
    measure,
    rows_of,
    rows_category,
    rows_series
from figure
where id = $declared
