-- Percentages of a whole above 100: the numerator is not part of the denominator.
select observation.indicator, observation.ref_area, observation.time_period, observation.obs_value
from observation
inner join indicator on observation.indicator = indicator.id
where
    indicator.per = 100
    and indicator.id like '%share'
    and observation.obs_value > 100
