/*
name_zh = "村社区"
unit_zh = "个"
position = 3
*/
-- One row per township and year; the list of communities knows no years.
select
    community.ref_area,
    year.year,
    count(*) as obs_value
from reference.community
cross join (select distinct year from reference.population) as year
group by community.ref_area, year.year
