/*
name_zh      = "本年社会组织净增"
name_en      = "Net change of registered social organizations this year"
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

definition_zh = "本年1月起至期末新登记减去注销的社会组织数，可以为负。"
definition_en = "Registrations less deregistrations from January to the end of the month; may be negative."
caveats_zh    = "年初起累计；不含备案组织。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and (
    record.registered_on >= spine.start_date and record.registered_on <= spine.counted_on
    or record.deregistered_on >= spine.start_date and record.deregistered_on <= spine.counted_on
)
"""
measure = """
count(*) filter (where record.registered_on >= spine.start_date
    and record.registered_on <= spine.counted_on)
- count(*) filter (where record.deregistered_on >= spine.start_date
    and record.deregistered_on <= spine.counted_on)
"""
*/
select
    organization_month.ref_area,
    organization_month.time_period,
    organization_month.new_registered - organization_month.deregistered as numerator
from mart.organization_month
inner join reference.extract as extract on extract.extract = 'organizations'
where
    -- a running sum needs its January: the register's first year is left out unless it is whole
    date_trunc('year', organization_month.month_start) >= extract.history_from
