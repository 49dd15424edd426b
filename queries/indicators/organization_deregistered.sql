/*
name_zh      = "本年注销社会组织"
name_en      = "Social organizations deregistered this year"
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

definition_zh = "本年1月起至期末注销登记的社会组织数。"
definition_en = "Social organizations deregistered from January to the end of the month."
caveats_zh    = "年初起累计。注销多不等于工作差，清理名存实亡的组织也会使其增加。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.deregistered_on >= spine.start_date
and record.deregistered_on <= spine.counted_on
"""
*/
select
    organization_month.ref_area,
    organization_month.time_period,
    organization_month.deregistered as numerator
from mart.organization_month
inner join reference.extract as extract on extract.extract = 'organizations'
where
    -- a running sum needs its January: the register's first year is left out unless it is whole
    date_trunc('year', organization_month.month_start) >= extract.history_from
