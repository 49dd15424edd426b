/*
name_zh = "开放项目对口率"
name_en = "Open projects that fit an open need"
theme = "charity_matching"
unit_measure = "per cent of open projects"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["charity_projects", "charity_needs"]
reviewed = 2026-11-22

definition_zh = "期末开放中的慈善项目里，其服务范围内有同类别的待匹配需求的所占比重。"
definition_en = "Of the open charity projects, the share with an open need of their kind in the area they serve."
caveats_zh = "只比类别和服务范围，不比金额和期限；赈灾和其他公益没有对应的需求类别。"

# Which records make the numerator of an area and period
rows = """
record.linked_on <= spine.counted_on
and (record.open_until is null or record.open_until >= spine.counted_on)
and exists (
    select 1
    from staging.charity_needs as need
    where
        need.kind = record.kind
        and (record.area_zh = '全市' or need.ref_area = record.ref_area)
        and need.raised_on <= spine.counted_on
        and (need.matched_on is null or need.matched_on > spine.counted_on)
        and (need.closed_on is null or need.closed_on > spine.counted_on)
)
"""
*/
select
    ref_area,
    time_period,
    sum(fitting) as numerator,
    sum(open_projects) as denominator
from mart.charity_project_month
group by ref_area, time_period
