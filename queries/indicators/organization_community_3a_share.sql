/*
name_zh      = "社区社会组织3A级及以上占比"
name_en      = "Share of community organizations graded 3A or above"
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

definition_zh = "期末评估等级在3A级及以上的社区社会组织，占登记的社区社会组织的比重。"
definition_en = "Registered community organizations graded 3A or above as a share of all of them."
caveats_zh    = "登记台账只保留最近一次评估，该次评定之前按未评计，所以较早月份可能偏低。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
and record.is_community
and record.graded_on <= spine.counted_on
and record.grade in ('3A', '4A', '5A')
"""
*/
select
    ref_area,
    time_period,
    community_3a as numerator,
    community_registered as denominator
from mart.organization_month
