/*
name_zh = "考核荣誉名单"
name_en = "List of honours and milestones"
theme = "honours"
kind = "list"
unit_zh = "项"
freq = "A"
extracts = ["honours"]
reviewed = 2026-11-22

definition_zh = "属于当年的考核、批示、交流、评选、试点、文件和合作，逐项列名，并注明级别。"
definition_en = "Every assessment, endorsement, talk, award, pilot, policy and partnership of the year, with its level."
category_zh = "名称"
series_zh = "级别"
caveats_zh = "同一单位同名的几项并作一行；授予个人的只列其所在单位。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
rows_category = """
case
    when record.holder_kind = '民政局' then record.name_zh
    else record.name_zh || '：' || record.holder
end
"""
rows_series = "record.level"
*/
with

-- by level, then kind, then title: every township's list stands in one order
placed as (
    select
        ref_area,
        time_period,
        level,
        level_position,
        title,
        entries,
        dense_rank() over (order by level_position, kind, title) as place
    from mart.honour_title_year
)

select
    ref_area,
    time_period,
    title as category,
    place as category_position,
    level as series,
    level_position as series_position,
    entries as numerator
from placed
