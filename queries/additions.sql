-- One row per indicator and time period that another version publishes for the first time.
select
    new.indicator,
    indicator.name_zh,
    new.time_period,
    count(*) as cells
from after.observation as new
inner join after.indicator as indicator on new.indicator = indicator.id
anti join before.observation as old
    on new.indicator = old.indicator
    and new.ref_area = old.ref_area
    and new.time_period = old.time_period
    and new.category = old.category
    and old.obs_value is not null
where new.obs_value is not null
group by new.indicator, indicator.name_zh, new.time_period
order by new.time_period desc, new.indicator
