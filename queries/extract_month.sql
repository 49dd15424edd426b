-- One row per extract × in-scope township × month that the extract's history covers: the spine on
-- which marts count. `counted_on` is the month's last day, or the day the data reach.
select
    extract.extract,
    township.ref_area,
    month.time_period,
    month.month_start,
    month.month_end,
    month.year,
    month.month,
    least(month.month_end, extract.as_of) as counted_on,
    extract.as_of
from reference.extract as extract
cross join reference.township as township
cross join reference.month as month
where
    township.in_scope
    and month.month_start >= extract.history_from
    and month.month_start <= extract.as_of
