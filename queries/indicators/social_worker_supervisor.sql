/*
name_zh      = "本土督导"
name_en      = "Local supervisors"
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

definition_zh = "期末督导层级为督导的持证社工数。"
definition_en = "Certified social workers who are supervisors at the end of the month."
caveats_zh    = "自担任之日计入，此前计为一线社工；曾任而现已不任的，名册没有记录。"

# Which records make the numerator of an area and period
rows = """
record.certified_on <= spine.counted_on
and record.tier = '督导'
and coalesce(record.tier_since, record.certified_on) <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    tier_supervisor as numerator
from mart.social_worker_month
