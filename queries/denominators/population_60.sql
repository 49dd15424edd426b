/*
name_zh = "60岁及以上人口"
unit_zh = "人"
position = 2
*/
-- One row per township and year.
select
    ref_area,
    year,
    sum(persons) as obs_value
from reference.population
where age_band not in ('0-17', '18-59')
group by ref_area, year
