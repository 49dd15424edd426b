-- One row per indicator × area × year with a target: how the year is expected to end. A stand-in:
-- no row yet.
select
    indicator,
    ref_area,
    cast(null as bigint) as year,
    time_period,
    target,
    obs_value,
    cast(null as double) as obs_lower,
    cast(null as double) as obs_upper,
    cast(null as double) as level,
    cast(null as varchar) as method,
    cast(null as double) as error,
    cast(null as bigint) as trials,
    cast(null as varchar) as met_in,
    cast(null as varchar) as state
from observation
where false
