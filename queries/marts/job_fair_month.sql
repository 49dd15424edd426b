-- One row per in-scope township × month: job fairs held in it and what came of them. What is not listed
-- was not held: zero is true.
--   known_attendees, known_hired, retained   of fairs of which it is known who is still in post
select
    township_month.ref_area,
    township_month.time_period,
    township_month.year,
    cast(count(fair.fair) as bigint) as fairs,
    cast(coalesce(sum(fair.attendees), 0) as bigint) as attendees,
    cast(coalesce(sum(fair.hired), 0) as bigint) as hired,
    cast(coalesce(sum(fair.attendees) filter (
        where fair.retained is not null
    ), 0) as bigint) as known_attendees,
    cast(coalesce(sum(fair.hired) filter (
        where fair.retained is not null
    ), 0) as bigint) as known_hired,
    cast(coalesce(sum(fair.retained), 0) as bigint) as retained
from reference.extract_month as township_month
left join staging.job_fairs as fair
    on township_month.ref_area = fair.ref_area
    and fair.held_on >= township_month.month_start
    and fair.held_on <= township_month.counted_on
where township_month.extract = 'job_fairs'
group by township_month.ref_area, township_month.time_period, township_month.year
