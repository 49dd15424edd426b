-- Components filed under an area we do not know.
select component.indicator, component.ref_area
from component
anti join (
    select ref_area from reference.township
    union all
    select ref_area from reference.county
) as area on component.ref_area = area.ref_area
