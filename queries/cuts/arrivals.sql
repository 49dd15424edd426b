-- One row per extract × in-scope township × period of the three years up to today: whether its rows
-- came, and when. A period counts by its last month: a yearly extract is here when that month is.
-- Rows without a note in reference.arrival are taken to have come in time.
with

due as (
    select
        schedule.extract,
        schedule.name_zh,
        schedule.owner_zh,
        schedule.freq,
        schedule.due_day,
        township.ref_area,
        township.name_zh as area_zh,
        township.position,
        period.time_period,
        period.start_date,
        period.end_date,
        period.end_date + cast(schedule.due_day as integer) as due_on,
        strftime(period.end_date, '%Y-%m') as last_month,
        extract.as_of
    from reference.schedule as schedule
    inner join reference.extract as extract on schedule.extract = extract.extract
    inner join period on schedule.freq = period.freq
    inner join reference.township as township on township.in_scope
    where
        period.end_date > cast($today as date) - interval 36 month
        and period.start_date <= cast($today as date)
        and period.start_date >= extract.history_from
),

noted as (
    select
        due.*,
        coalesce(arrival_month.is_here, false) as is_here,
        coalesce(own.arrived_on, everyone.arrived_on) as arrived_on
    from due
    left join arrival_month
        on due.extract = arrival_month.extract
        and due.ref_area = arrival_month.ref_area
        and due.last_month = arrival_month.time_period
        and due.end_date <= due.as_of
    left join reference.arrival as own
        on due.extract = own.extract
        and due.time_period = own.time_period
        and due.ref_area = own.ref_area
    left join reference.arrival as everyone
        on due.extract = everyone.extract
        and due.time_period = everyone.time_period
        and everyone.ref_area is null
)

select
    extract,
    name_zh,
    owner_zh,
    freq,
    due_day,
    ref_area,
    area_zh,
    time_period,
    start_date,
    end_date,
    due_on,
    arrived_on,
    case
        when is_here and arrived_on > due_on then 'late'
        when is_here then 'arrived'
        when cast($today as date) <= due_on then 'not_due'
        else 'missing'
    end as state
from noted
order by extract, position, start_date
