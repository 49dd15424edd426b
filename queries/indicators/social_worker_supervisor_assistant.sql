/*
name_zh      = "督导助理"
name_en      = "Assistant supervisors"
theme        = "social_workers"
unit_measure = "persons"
unit_zh      = "人"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "期末督导层级为督导助理的持证社工数。"
definition_en = "Certified social workers who are assistant supervisors at the end of the month."
caveats_zh    = "自担任之日计入，此前计为一线社工；已升任督导的不回溯计为督导助理。"

# Which records make the numerator of an area and period
rows = """
record.certified_on <= spine.counted_on
and record.tier = '督导助理'
and coalesce(record.tier_since, record.certified_on) <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    tier_assistant as numerator
from mart.social_worker_month
