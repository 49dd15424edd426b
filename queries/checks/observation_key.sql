-- Observations filed twice under one key.
select indicator, ref_area, time_period, category
from observation
group by indicator, ref_area, time_period, category
having count(*) > 1
