-- One row per time period of any frequency, with the period before and the same one a year ago.
with

month as (
    select
        time_period,
        'M' as freq,
        month_start as start_date,
        month_end as end_date,
        month_start - interval 1 month as previous_start,
        month / 12.0 as share_of_year
    from reference.month
),

quarter as (
    select
        year || '-Q' || quarter(month_start) as time_period,
        'Q' as freq,
        min(month_start) as start_date,
        max(month_end) as end_date,
        min(month_start) - interval 3 month as previous_start,
        max(month) / 12.0 as share_of_year
    from reference.month
    group by year, quarter(month_start)
),

calendar_year as (
    select
        cast(year as varchar) as time_period,
        'A' as freq,
        min(month_start) as start_date,
        max(month_end) as end_date,
        min(month_start) - interval 1 year as previous_start,
        1.0 as share_of_year
    from reference.month
    group by year
),

period as (
    select * from month
    union all
    select * from quarter
    union all
    select * from calendar_year
)

select
    period.time_period,
    period.freq,
    period.start_date,
    period.end_date,
    year(period.start_date) as year,
    period.share_of_year,
    before.time_period as previous,
    year_ago.time_period as year_ago
from period
left join period as before
    on period.freq = before.freq
    and period.previous_start = before.start_date
left join period as year_ago
    on period.freq = year_ago.freq
    and period.start_date - interval 1 year = year_ago.start_date
