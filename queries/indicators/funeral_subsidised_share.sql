/*
name_zh = "基本殡葬补贴享受率"
name_en = "Funerals with the basic subsidy"
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

definition_zh = "当月办理丧事的户数中，享受基本殡葬服务补贴的占比。"
definition_en = "Funerals with the basic subsidy as a share of all in the month."

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.subsidised)"
*/
select
    ref_area,
    time_period,
    subsidised as numerator,
    cases as denominator
from mart.funeral_month
