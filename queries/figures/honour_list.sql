/*
name_zh = "考核荣誉名单"
name_en = "List of honours and milestones"
theme = "honours"
kind = "list"
unit_zh = "项"
freq = "A"
extracts = ["honours"]
reviewed = 2026-11-22

definition_zh = "属于当年的考核、批示、交流、评选、试点、文件和合作，逐项列名，并注明级别和类别。"
definition_en = "Every assessment, endorsement, talk, award, pilot, policy and partnership of the year, with level and kind."
category_zh = "名称"
series_zh = "级别和类别"
caveats_zh = "同名的几项并作一行；获得单位见明细。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
rows_category = "record.name_zh"
rows_series = "record.level || record.kind"
*/
with

-- by level, then kind, then name: the order of the register is that of its numbers
named as (
    select
        ref_area,
        time_period,
        level,
        kind,
        name_zh,
        entries,
        dense_rank() over (order by level_position, kind, name_zh) as place
    from mart.honour_name_year
)

select
    ref_area,
    time_period,
    name_zh as category,
    place as category_position,
    level || kind as series,
    dense_rank() over (order by level, kind) as series_position,
    entries as numerator
from named
