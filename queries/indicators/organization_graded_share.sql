/*
name_zh      = "社会组织评级率"
name_en      = "Share of social organizations graded"
theme        = "organizations"
unit_measure = "per cent of registered organizations"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "share"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "期末持有评估等级的社会组织占登记社会组织的比重。"
definition_en = "Graded social organizations as a share of all registered ones at the end of the month."
caveats_zh    = "登记台账只保留最近一次评估，该次评定之前按未评计，所以较早月份可能偏低。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
and record.graded_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    graded as numerator,
    registered as denominator
from mart.organization_month
