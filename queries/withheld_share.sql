-- One row per reason cells are withheld for, and one for the cells shown of sensitive extracts: how
-- many points of their tables.
select
    coalesce(chosen.reason, 'shown') as reason,
    count(distinct protected_value.point) as points
from protected_value
left join withheld_cell as chosen
    on protected_value.declared = chosen.declared
    and protected_value.category = chosen.category
    and protected_value.series = chosen.series
    and protected_value.ref_area = chosen.ref_area
    and protected_value.time_period = chosen.time_period
where protected_value.is_shown
group by all
order by reason
