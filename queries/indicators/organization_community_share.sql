/*
name_zh      = "社区社会组织占比"
name_en      = "Community organizations as a share of all"
theme        = "organizations"
unit_measure = "per cent of registered organizations"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "neutral"
chance       = "share"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "期末登记的社区社会组织占登记社会组织的比重。"
definition_en = "Registered community organizations as a share of all registered ones at the end of the month."

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
    community_registered as numerator,
    registered as denominator
from mart.organization_month
