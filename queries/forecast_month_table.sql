-- One row per indicator × ref_area × month of a forecast's way, from the last complete month on.
create table forecast_month (
    indicator varchar,
    ref_area varchar,
    time_period varchar,
    obs_value double,
    obs_lower double,
    obs_upper double
)
