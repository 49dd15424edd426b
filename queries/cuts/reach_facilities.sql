-- One row per kind of place people may walk to: its name, how many there are, planned ones too, and the
-- year whose people reach is counted with.
select
    facility,
    min(facility_zh) as facility_zh,
    count(*) as places,
    (select max(year) from reference.community_population) as people_year
from reach_place
group by facility
order by facility desc
