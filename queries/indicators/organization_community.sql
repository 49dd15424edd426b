/*
name_zh      = "社区社会组织"
name_en      = "Community organizations"
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

definition_zh = "期末登记在册的社区社会组织数。"
definition_en = "Registered community organizations at the end of the month."
caveats_zh    = "只计登记的；仅在镇街道备案的另列“备案社会组织”，两者不相加。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
and record.is_community
"""
*/
select
    ref_area,
    time_period,
    community_registered as numerator
from mart.organization_month
