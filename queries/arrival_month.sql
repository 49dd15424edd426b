-- One row per extract × in-scope township × month of its history: whether any rows are here; how
-- many there are may be a small count. A register's rows stand for every month up to its date: what
-- it showed earlier is not kept.
select
    spine.extract,
    spine.ref_area,
    spine.time_period,
    coalesce(sum(arrived.rows), 0) > 0 as is_here
from reference.extract_month as spine
left join arrived
    on spine.extract = arrived.extract
    and spine.ref_area = arrived.ref_area
    and (arrived.month_start is null or spine.month_start = arrived.month_start)
group by spine.extract, spine.ref_area, spine.time_period
order by spine.extract, spine.ref_area, spine.time_period
