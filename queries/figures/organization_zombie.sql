/*
name_zh = "一年无活动的社会组织名单"
name_en = "Registered organizations without activity for a year"
theme = "organization_quality"
kind = "list"
unit_zh = "家"
freq = "M"
extracts = ["organizations"]
reviewed = 2026-11-22

definition_zh = "登记的社会组织中，最近一次活动距数据截止日超过365天的，逐家列名，供核查“僵尸型”组织。"
definition_en = "Registered organizations whose last activity is more than 365 days old, one by one."
category_zh = "社会组织"
series_zh = "类型"
caveats_zh = "从未记录活动的，从登记之日算起。登记台账只保留现状，所以只有数据截止月一期；是否退出以核查为准。"

# Which records make the numerator of an area and period
rows = """
record.basis = '登记'
and spine.counted_on = spine.as_of
and coalesce(record.last_activity_on, record.registered_on) + interval 365 day < spine.as_of
"""
rows_category = "record.name"
rows_series = "case when record.is_community then '社区社会组织' else '其他' end"
*/
with

placed as (
    select
        ref_area,
        time_period,
        name,
        is_community,
        row_number() over (
            order by coalesce(last_activity_on, registered_on), credit_code
        ) as place
    from mart.organization_dormant
)

select
    ref_area,
    time_period,
    name as category,
    place as category_position,
    case when is_community then '社区社会组织' else '其他' end as series,
    case when is_community then 1 else 2 end as series_position,
    1 as numerator
from placed
