/*
name_zh      = "已评级社会组织"
name_en      = "Graded social organizations"
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

definition_zh = "期末登记社会组织中，持有1A至5A任一评估等级的家数。"
definition_en = "Registered social organizations holding any assessment grade at the end of the month."
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
    graded as numerator
from mart.organization_month
