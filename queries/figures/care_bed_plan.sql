/*
name_zh = "养老床位的开放与待建"
name_en = "Care beds open and to come, by kind"
theme = "care_facilities"
kind = "bars"
unit_zh = "张"
freq = "M"
extracts = ["care_facilities"]
reviewed = 2026-11-22

definition_zh = "月末列入布局规划的养老床位，按设施类型分，已开放的与规划、在建的对照。"
definition_en = "Care beds in the layout plan at the end of the month, by kind of facility: open, and planned or under construction."
category_zh = "类型"
series_zh = "进展"
caveats_zh = "照料中心没有床位，不列。床位数按台账现值计。"

# Which records make the numerator of an area and period
rows = "record.planned_on <= spine.counted_on"
measure = "sum(record.beds)"
rows_category = "record.kind"
rows_series = "case when record.opened_on <= spine.counted_on then '开放' else '规划或在建' end"
*/
with

bed_month as (
    select
        ref_area,
        time_period,
        kind,
        '开放' as progress,
        1 as position,
        open_beds as beds
    from mart.care_facility_month
    union all
    select
        ref_area,
        time_period,
        kind,
        '规划或在建' as progress,
        2 as position,
        coming_beds as beds
    from mart.care_facility_month
)

select
    ref_area,
    time_period,
    kind as category,
    case kind
        when '养老院' then 1
        when '认知障碍照护专区' then 2
        else 3
    end as category_position,
    progress as series,
    position as series_position,
    beds as numerator
from bed_month
where kind <> '照料中心'
