-- One row per monthly indicator × area × kind of signal. A stand-in: no row yet.
select
    indicator,
    ref_area,
    time_period,
    cast(null as varchar) as kind,
    cast(null as varchar) as direction,
    cast(null as bigint) as periods,
    cast(null as double) as p_value,
    cast(null as double) as slope_per_year,
    cast(null as double) as expected,
    cast(null as double) as lower,
    cast(null as double) as upper,
    cast(null as varchar) as method
from observation
where false
