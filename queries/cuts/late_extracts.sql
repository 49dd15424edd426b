-- One row per extract that is late today, the latest first: the first period it owes, and since when.
with

owed as (
    select
        schedule.extract,
        schedule.name_zh,
        schedule.owner_zh,
        schedule.freq,
        extract.as_of,
        min(period.time_period) as time_period,
        min(period.end_date) + cast(schedule.due_day as integer) as due_on
    from reference.schedule as schedule
    inner join reference.extract as extract on schedule.extract = extract.extract
    inner join period
        on schedule.freq = period.freq
        and period.end_date > extract.as_of
    group by
        schedule.extract,
        schedule.name_zh,
        schedule.owner_zh,
        schedule.freq,
        schedule.due_day,
        extract.as_of
)

select
    extract,
    name_zh,
    owner_zh,
    freq,
    as_of,
    time_period,
    due_on,
    date_diff('day', due_on, cast($today as date)) as days_late
from owed
where due_on < cast($today as date)
order by days_late desc, extract
