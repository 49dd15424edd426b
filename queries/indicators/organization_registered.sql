/*
name_zh      = "登记社会组织"
name_en      = "Registered social organizations"
theme        = "organizations"
unit_measure = "organizations"
unit_zh      = "家"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "neutral"
extracts     = ["organizations"]
tolerance    = 0.01
reviewed     = 2026-11-01

definition_zh = "期末登记在册、未注销的社会团体、社会服务机构和基金会数。"
definition_en = "Social organizations on the register and not deregistered at the end of the month."
caveats_zh    = "登记与备案是两种口径，备案组织不计入。注销的自注销之日起不计入。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    registered as numerator
from mart.organization_month
