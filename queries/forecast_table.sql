-- One row per indicator × ref_area × year with a target, the year under way: where it is expected to
-- end. The numbers are null where there are too few months; state is null of a neutral indicator.
create table forecast (
    indicator varchar,
    ref_area varchar,
    year integer,
    time_period varchar,
    target double,
    obs_value double,
    obs_lower double,
    obs_upper double,
    level double,
    method varchar,
    error double,
    trials integer,
    met_in varchar,
    state varchar
)
