/*
name_zh = "白事简办率"
name_en = "Simple funerals"
theme = "funerals"
unit_measure = "per cent of funerals"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["funerals"]
reviewed = 2026-11-22

definition_zh = "当月办理丧事的户数中，按白事简办要求办理的占比。"
definition_en = "Simple funerals as a share of all in the month."

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.simple)"
*/
select
    ref_area,
    time_period,
    simple as numerator,
    cases as denominator
from mart.funeral_month
