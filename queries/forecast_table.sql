-- One row per indicator × ref_area × year: where the year is expected to end.
select
    cast(null as varchar) as indicator,
    cast(null as varchar) as ref_area,
    cast(null as integer) as year,
    cast(null as varchar) as time_period,
    cast(null as double) as target,
    cast(null as double) as obs_value,
    cast(null as double) as obs_lower,
    cast(null as double) as obs_upper,
    cast(null as double) as level,
    cast(null as varchar) as method,
    cast(null as double) as error,
    cast(null as integer) as trials,
    cast(null as varchar) as met_in,
    cast(null as varchar) as state
where false
