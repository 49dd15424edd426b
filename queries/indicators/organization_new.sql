/*
name_zh      = "本年新登记社会组织"
name_en      = "Social organizations registered this year"
theme        = "organizations"
unit_measure = "organizations"
unit_zh      = "家"
per          = 1
decimals     = 0
freq         = "M"
kind         = "flow"
polarity     = "neutral"
accumulate   = "year"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "本年1月起至期末新登记的社会组织数，含年内又注销的。"
definition_en = "Social organizations registered from January to the end of the month."
caveats_zh    = "年初起累计；不含备案组织。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on >= spine.start_date
and record.registered_on <= spine.counted_on
"""
*/
select
    organization_month.ref_area,
    organization_month.time_period,
    organization_month.new_registered as numerator
from mart.organization_month
inner join reference.extract as extract on extract.extract = 'organizations'
where
    -- a running sum needs its January: the register's first year is left out unless it is whole
    date_trunc('year', organization_month.month_start) >= extract.history_from
