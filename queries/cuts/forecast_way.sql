-- One row per month of the way to the year's end forecast of an indicator for the county, from its
-- last complete month on, which is no forecast.
select
    forecast_month.time_period,
    cast(period.start_date as timestamp) as start_date,
    forecast_month.obs_value,
    forecast_month.obs_lower,
    forecast_month.obs_upper
from forecast_month
inner join reference.county on forecast_month.ref_area = county.ref_area
inner join period on forecast_month.time_period = period.time_period
where forecast_month.indicator = $indicator
order by period.start_date
