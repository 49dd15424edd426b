/*
name_zh = "设施类型与状态"
name_en = "Elderly care facilities by kind and stage"
theme = "care_facilities"
kind = "heat"
unit_zh = "处"
freq = "M"
extracts = ["care_facilities"]
reviewed = 2026-11-22

definition_zh = "月末列入布局规划的养老服务设施，按类型和规划、在建、开放三个状态交叉分组。"
definition_en = "Elderly care facilities in the layout plan at the end of the month, by kind and stage."
category_zh = "类型"
series_zh = "状态"

# Which records make the numerator of an area and period
rows = "record.planned_on <= spine.counted_on"
rows_category = "record.kind"
rows_series = """
case
    when record.opened_on <= spine.counted_on then '开放'
    when record.started_on <= spine.counted_on then '在建'
    else '规划'
end
"""
*/
with

stage_month as (
    select
        ref_area,
        time_period,
        kind,
        '开放' as stage,
        1 as position,
        open as facilities
    from mart.care_facility_month
    union all
    select
        ref_area,
        time_period,
        kind,
        '在建' as stage,
        2 as position,
        under_construction as facilities
    from mart.care_facility_month
    union all
    select
        ref_area,
        time_period,
        kind,
        '规划' as stage,
        3 as position,
        planned as facilities
    from mart.care_facility_month
)

select
    ref_area,
    time_period,
    kind as category,
    case kind
        when '养老院' then 1
        when '认知障碍照护专区' then 2
        when '养老综合体' then 3
        else 4
    end as category_position,
    stage as series,
    position as series_position,
    facilities as numerator
from stage_month
