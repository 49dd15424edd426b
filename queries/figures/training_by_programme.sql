/*
name_zh = "各培训项目参训人次"
name_en = "People trained by programme"
theme = "training"
kind = "bars"
unit_zh = "人次"
freq = "A"
extracts = ["trainings"]
reviewed = 2026-11-22

definition_zh = "当年各培训项目的参训人次。"
definition_en = "People trained in the year, by programme."
category_zh = "培训项目"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = "year(record.held_on) = spine.year"
measure = "sum(record.people)"
rows_category = "record.programme"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    programme as category,
    case programme
        when '苔花计划' then 1
        when '督导高阶进修' then 2
        when '智创营' then 3
        when '善学堂' then 4
        when '能力提升工作坊' then 5
        when '微治理人才' then 6
        when '微领袖' then 7
        when '村民代表培训' then 8
        when '考前培训' then 9
        else 10
    end as category_position,
    '_T' as series,
    1 as series_position,
    people as numerator
from mart.training_year
where programme <> '_T'
