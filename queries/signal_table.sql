-- One row per monthly indicator × area × kind: what its series says, see queries/signals.py.
create table signal as
select
    cast(indicator as varchar) as indicator,
    cast(ref_area as varchar) as ref_area,
    cast(time_period as varchar) as time_period,
    cast(kind as varchar) as kind,
    cast(direction as varchar) as direction,
    cast(periods as integer) as periods,
    cast(p_value as double) as p_value,
    cast(slope_per_year as double) as slope_per_year,
    cast(expected as double) as expected,
    cast(lower as double) as lower,
    cast(upper as double) as upper,
    cast(method as varchar) as method,
    cast(periods_needed as integer) as periods_needed
from verdict_
order by indicator, ref_area, kind desc
