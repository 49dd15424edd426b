-- One row per indicator × ref_area × kind: whether a course shows a signal.
select
    cast(null as varchar) as indicator,
    cast(null as varchar) as ref_area,
    cast(null as varchar) as time_period,
    cast(null as varchar) as kind,
    cast(null as varchar) as direction,
    cast(null as integer) as periods,
    cast(null as double) as p_value,
    cast(null as double) as slope_per_year,
    cast(null as double) as expected,
    cast(null as double) as lower,
    cast(null as double) as upper,
    cast(null as varchar) as method
where false
