-- One row per period of an indicator whose definition changes. A stand-in: no row yet.
select
    indicator,
    time_period,
    cast(null as bigint) as segment
from observation
where false
