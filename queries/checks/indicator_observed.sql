-- Indicators without a single county observation.
select indicator.id as indicator
from indicator
anti join (
    select observation.indicator
    from observation
    inner join reference.county using (ref_area)
    where observation.obs_value is not null
) as seen on indicator.id = seen.indicator
