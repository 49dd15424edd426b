/*
name_zh = "本年尚未检查的养老院名单"
name_en = "Care homes not inspected this year"
theme = "care_facilities"
kind = "list"
unit_zh = "家"
freq = "M"
extracts = ["care_facilities"]
reviewed = 2026-11-22

definition_zh = "数据截止日开放、当年没有做过综合检查的养老院，逐家列名，并注明上次检查的年份。"
definition_en = "Every care home open on the day the register reaches that was not inspected in that year, with the year of its last inspection."
category_zh = "养老院"
series_zh = "上次检查"
caveats_zh = "台账只记最近一次检查，所以只有截止月的名单。"

# Which records make the numerator of an area and period
rows = """
record.kind = '养老院'
and record.opened_on <= spine.counted_on
and spine.counted_on = spine.as_of
and (record.inspected_on is null or year(record.inspected_on) < spine.year)
"""
rows_category = "record.name"
rows_series = "coalesce(year(record.inspected_on) || '年', '没有记录')"
*/
select
    ref_area,
    time_period,
    name_zh as category,
    row_number() over (partition by ref_area order by facility) as category_position,
    coalesce(year(inspected_on) || '年', '没有记录') as series,
    case when inspected_on is null then 0 else year(inspected_on) end as series_position,
    1 as numerator
from mart.care_facility_point
where
    kind = '养老院'
    and status = '开放'
    and not is_inspected
