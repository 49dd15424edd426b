/*
name_zh = "链接慈善项目"
name_en = "Charity projects linked"
theme = "charity_matching"
unit_measure = "projects"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["charity_projects"]
reviewed = 2026-11-22

definition_zh = "到期末为止链接进匹配应用的慈善项目数，含本地的和从省平台链接来的，已经结束的也计。"
definition_en = "Charity projects linked with the matching application by the end of the month, local or of the province, ended ones included."
caveats_zh = "全省项目按负责对接的镇街道计，不是项目所在地。"

# Which records make the numerator of an area and period
rows = "record.linked_on <= spine.counted_on"
*/
select
    ref_area,
    time_period,
    sum(linked) as numerator
from mart.charity_project_month
group by ref_area, time_period
