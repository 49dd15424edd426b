-- Indicators without a single county observation.
select indicator.id as indicator
from indicator
anti join (
    select observed.indicator
    from observed
    inner join reference.county using (ref_area)
    where observed.obs_value is not null
) as seen on indicator.id = seen.indicator
