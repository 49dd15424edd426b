-- One row per in-scope township × month with children returned, over all kinds.
-- A township × month without any row was not returned: it has none here, because unknown is not zero.
select
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period,
    cast(sum(children_returns.children) as bigint) as children,
    cast(sum(children_returns.visits_due) as bigint) as visits_due,
    cast(sum(children_returns.visits_done) as bigint) as visits_done
from reference.extract_month as extract_month
inner join staging.children_returns as children_returns
    on extract_month.ref_area = children_returns.ref_area
    and extract_month.month_start = children_returns.month
where extract_month.extract = 'children_returns'
group by
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period
