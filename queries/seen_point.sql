-- One row per point of which an earlier version told something: whether it was ever withheld or
-- shown. What was shown counts even if it has changed since: the sums it is in tell by how much.
select
    protected_value.point,
    bool_or(seen.was_withheld) as was_withheld,
    bool_or(not seen.was_withheld) as was_shown
from protected_value
inner join seen
    on protected_value.declared = seen.declared
    and protected_value.category = seen.category
    and protected_value.series = seen.series
    and protected_value.ref_area = seen.ref_area
    and protected_value.time_period = seen.time_period
where protected_value.is_shown
group by protected_value.point
order by protected_value.point
