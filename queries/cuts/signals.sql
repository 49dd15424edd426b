-- One row per area and kind (trend, point) of what monthly series say, of an indicator or, if none is
-- named, of all; obs_value is the month's own, of a running sum too.
select
    signal.*,
    coalesce(township.name_zh, county.short_zh) as name_zh,
    case
        when indicator.accumulate = 'year' and month(observation.end_date) > 1
            then observation.obs_value - observation.previous_value
        else observation.obs_value
    end as obs_value
from signal
inner join indicator on signal.indicator = indicator.id
left join observation
    on signal.indicator = observation.indicator
    and signal.ref_area = observation.ref_area
    and signal.time_period = observation.time_period
    and observation.category = '_T'
left join reference.township on signal.ref_area = township.ref_area
left join reference.county on signal.ref_area = county.ref_area
where $indicator in ('', signal.indicator)
order by signal.indicator, signal.ref_area, signal.kind desc
