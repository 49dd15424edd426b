/*
name_zh      = "本年建成居民会客厅"
name_en      = "Resident lounges built this year"
theme        = "resident_lounges"
unit_measure = "lounges"
unit_zh      = "个"
per          = 1
decimals     = 0
freq         = "M"
kind         = "flow"
polarity     = "neutral"
accumulate   = "year"
extracts     = ["resident_lounges"]
reviewed     = 2026-11-01

definition_zh = "本年1月起至期末建成的居民会客厅数。"
definition_en = "Resident lounges built from January to the end of the month."
caveats_zh    = "年初起累计。全部建成之后自然减少，不宜单独评价。"

# Which records make the numerator of an area and period
rows = """
record.built_on >= spine.start_date
and record.built_on <= spine.counted_on
"""
*/
select
    resident_lounge_month.ref_area,
    resident_lounge_month.time_period,
    resident_lounge_month.built_in_month as numerator
from mart.resident_lounge_month
inner join reference.extract as extract on extract.extract = 'resident_lounges'
where
    -- a running sum needs its January: the list's first year is left out unless it is whole
    date_trunc('year', resident_lounge_month.month_start) >= extract.history_from
