/*
name_zh      = "社区社会组织90天活跃率"
name_en      = "Community organizations active in the last 90 days"
theme        = "organizations"
unit_measure = "per cent of community organizations"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "share"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "登记的社区社会组织中，数据截止日前90天内有活动记录的比重。"
definition_en = "Registered community organizations with an activity in the 90 days before the register's date."
caveats_zh    = "没有活动记录的按不活跃计。登记台账只保留现状，没有历史，所以只有数据截止月一期。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
and record.is_community
and record.last_activity_on + interval 90 day >= spine.as_of
"""
*/
select
    ref_area,
    time_period,
    community_active_90d as numerator,
    community_registered as denominator
from mart.organization_current
