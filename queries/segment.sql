-- One row per period of an indicator whose definition changes: two periods may be compared if they
-- have the same segment, an even number. A period in which the change falls (of a running sum, all
-- that is left of that year) has an odd one and is comparable with nothing outside.
-- Reads indicator, reference.event and period.
select
    indicator.id as indicator,
    period.time_period,
    count(*) filter (
        event.event_on <= case indicator.accumulate
            when 'year' then make_date(period.year, 1, 1)
            else period.start_date
        end
    ) + count(*) filter (event.event_on <= period.end_date) as segment
from indicator
inner join reference.event as event on indicator.id = event.breaks
inner join period on indicator.freq = period.freq
group by indicator.id, period.time_period
