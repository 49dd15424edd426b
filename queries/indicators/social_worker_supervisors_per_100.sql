/*
name_zh      = "每百名持证社工督导"
name_en      = "Supervisors per 100 certified social workers"
theme        = "social_workers"
unit_measure = "supervisors per 100 certified social workers"
unit_zh      = "人／百人"
per          = 100
decimals     = 2
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "rate"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "期末督导数与持证社工数之比，按每百名持证社工计。"
definition_en = "Supervisors at the end of the month per 100 certified social workers."
caveats_zh    = "只计督导，不含督导助理。"

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
    tier_supervisor as numerator,
    certified as denominator
from mart.social_worker_month
