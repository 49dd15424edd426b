-- One row per indicator and area with a target for the year under way, forecast from a month that is
-- not after the one asked for: looked back at, a year is not foretold with what came later.
select
    indicator,
    ref_area,
    year,
    time_period,
    target,
    obs_value,
    obs_lower,
    obs_upper,
    level,
    method,
    error,
    trials,
    met_in,
    state
from forecast
where time_period <= $time_period
order by indicator, ref_area
