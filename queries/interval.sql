-- One row per indicator × area × period that declares `chance`: its interval, and what may be said
-- of it. A stand-in: no row yet.
select
    indicator,
    ref_area,
    time_period,
    category,
    cast(null as double) as obs_lower,
    cast(null as double) as obs_upper,
    cast(null as double) as family_lower,
    cast(null as double) as family_upper,
    cast(null as varchar) as method,
    cast(null as varchar) as versus_county,
    cast(null as bigint) as place_from,
    cast(null as bigint) as place_to
from observation
where false
