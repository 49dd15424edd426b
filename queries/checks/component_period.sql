-- Components filed under a period that does not exist at the indicator's frequency.
select distinct component.indicator, component.time_period
from component
inner join indicator on component.indicator = indicator.id
anti join period on component.time_period = period.time_period and indicator.freq = period.freq
