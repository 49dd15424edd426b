-- One row per month that any indicator has a complete observation of, newest first.
select distinct observation.time_period
from observation
where observation.freq = 'M' and observation.obs_status = 'A'
order by observation.time_period desc
