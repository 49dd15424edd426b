/*
name_zh      = "备案社会组织"
name_en      = "Filed community organizations"
theme        = "organizations"
unit_measure = "organizations"
unit_zh      = "家"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "neutral"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "期末只在镇街道备案、尚未登记的社区社会组织数。"
definition_en = "Community organizations filed with a township and not registered, at the end of the month."
caveats_zh    = "备案与登记是两种口径，两者不相加、不相比。"

# Which records make the numerator of an area and period
rows = """
record.basis = '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    filed as numerator
from mart.organization_month
