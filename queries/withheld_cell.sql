-- One row per cell of an indicator or figure that is withheld, with the reason for its point.
select
    protected_value.declared,
    protected_value.category,
    protected_value.series,
    protected_value.ref_area,
    protected_value.time_period,
    chosen.reason
from protected_value
inner join chosen on protected_value.point = chosen.point
where protected_value.is_shown
group by all
