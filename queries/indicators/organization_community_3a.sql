/*
name_zh      = "3A级及以上社区社会组织"
name_en      = "Community organizations graded 3A or above"
theme        = "organizations"
unit_measure = "organizations"
unit_zh      = "家"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "期末登记的社区社会组织中，评估等级为3A、4A或5A的家数。"
definition_en = "Registered community organizations holding grade 3A, 4A or 5A at the end of the month."
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
    community_3a as numerator
from mart.organization_month
