/*
name_zh      = "每万人社区社会组织"
name_en      = "Community organizations per 10,000 residents"
theme        = "organizations"
unit_measure = "organizations per 10,000 residents"
unit_zh      = "家／万人"
per          = 10000
decimals     = 2
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "rate"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "期末登记的社区社会组织数与常住人口之比，按每万人计。"
definition_en = "Registered community organizations at the end of the month per 10,000 residents."
caveats_zh    = "常住人口取当年数；当年没有数的，沿用此前最近一年。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
and record.is_community
"""
*/
select
    organization_month.ref_area,
    organization_month.time_period,
    organization_month.community_registered as numerator,
    resident_month.persons as denominator
from mart.organization_month
inner join mart.resident_month
    on organization_month.ref_area = resident_month.ref_area
    and organization_month.time_period = resident_month.time_period
