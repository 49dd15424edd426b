/*
name_zh = "开放中慈善项目的类别和来源"
name_en = "Open charity projects by kind and source"
theme = "charity_matching"
kind = "bars"
unit_zh = "个"
freq = "M"
extracts = ["charity_projects"]
reviewed = 2026-11-22

definition_zh = "期末仍在受理的慈善项目数，按类别分，本地的和从全省链接来的分列。"
definition_en = "Charity projects open at the end of the month by kind, local ones beside those of the province."
category_zh = "项目类别"
series_zh = "来源"
caveats_zh = "全省项目按负责对接的镇街道计。"

# Which records make the numerator of an area and period
rows = """
record.linked_on <= spine.counted_on
and (record.open_until is null or record.open_until >= spine.counted_on)
"""
rows_category = "record.kind"
rows_series = "record.source"
*/
select
    ref_area,
    time_period,
    kind as category,
    case kind
        when '助困' then 1
        when '助医' then 2
        when '助学' then 3
        when '助老' then 4
        when '助残' then 5
        when '助急' then 6
        when '赈灾' then 7
        else 8
    end as category_position,
    source as series,
    case source
        when '本地' then 1
        else 2
    end as series_position,
    open_projects as numerator
from mart.charity_project_month
