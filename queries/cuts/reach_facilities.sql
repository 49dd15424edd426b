-- One row per kind of place people may walk to: its name, how many there are, and which months are known.
select
    facility,
    min(facility_zh) as facility_zh,
    count(*) as places
from reach_place
group by facility
order by facility desc
