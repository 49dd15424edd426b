/*
name_zh = "常住人口"
unit_zh = "人"
position = 1
*/
-- One row per township and year.
select
    ref_area,
    year,
    sum(persons) as obs_value
from reference.population
group by ref_area, year
