-- One row per indicator × ref_area × time_period: the interval of an observation.
select
    cast(null as varchar) as indicator,
    cast(null as varchar) as ref_area,
    cast(null as varchar) as time_period,
    cast(null as varchar) as category,
    cast(null as double) as obs_lower,
    cast(null as double) as obs_upper,
    cast(null as double) as family_lower,
    cast(null as double) as family_upper,
    cast(null as varchar) as method,
    cast(null as varchar) as versus_county,
    cast(null as integer) as place_from,
    cast(null as integer) as place_to
where false
