/*
name_zh      = "一年无活动的社区社会组织"
name_en      = "Community organizations without activity for a year"
theme        = "organizations"
unit_measure = "organizations"
unit_zh      = "家"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "lower_is_better"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "登记的社区社会组织中，最近一次活动距数据截止日超过365天的家数。"
definition_en = "Registered community organizations whose last activity is more than 365 days old."
caveats_zh    = "从未记录活动的，从登记之日算起。登记台账只保留现状，没有历史，所以只有数据截止月一期。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
and record.is_community
and coalesce(record.last_activity_on, record.registered_on) + interval 365 day < spine.as_of
"""
*/
select
    ref_area,
    time_period,
    community_dormant as numerator
from mart.organization_current
