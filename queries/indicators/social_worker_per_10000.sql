/*
name_zh      = "每万人持证社工"
name_en      = "Certified social workers per 10,000 residents"
theme        = "social_workers"
unit_measure = "persons per 10,000 residents"
unit_zh      = "人／万人"
per          = 10000
decimals     = 2
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "rate"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "期末持证社工数与常住人口之比，按每万人计。"
definition_en = "Certified social workers at the end of the month per 10,000 residents."
caveats_zh    = "常住人口取当年数；当年没有数的，沿用此前最近一年。"

# Which records make the numerator of an area and period
rows = "record.certified_on <= spine.counted_on"
*/
select
    social_worker_month.ref_area,
    social_worker_month.time_period,
    social_worker_month.certified as numerator,
    resident_month.persons as denominator
from mart.social_worker_month
inner join mart.resident_month
    on social_worker_month.ref_area = resident_month.ref_area
    and social_worker_month.time_period = resident_month.time_period
