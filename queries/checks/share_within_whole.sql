-- Percentages of a whole above 100: the numerator is not part of the denominator.
select observed.indicator, observed.ref_area, observed.time_period, observed.obs_value
from observed
inner join indicator on observed.indicator = indicator.id
where
    indicator.per = 100
    and indicator.id like '%share'
    and observed.obs_value > 100
