/*
name_zh = "新人捐赠参与率"
name_en = "Couples giving at their wedding"
theme = "charity_funds"
unit_measure = "per cent of couples registered"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["donations", "marriages"]
reviewed = 2026-11-22

definition_zh = "当月参与慈善一日捐的新人，占当月结婚登记对数的比重。"
definition_en = "Of the couples registered in the month, the share that gave."
caveats_zh = "按新人居住的镇街道计；镇街道当月没有报送捐赠的，按缺失处理。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.kind = '婚姻登记慈善一日捐'
"""
measure = "sum(record.couples)"
*/
select
    donation_month.ref_area,
    donation_month.time_period,
    donation_month.couples as numerator,
    marriage_month.couples as denominator
from mart.donation_month
-- from the month on in which couples began to give
inner join mart.donation_wedding_month
    on donation_month.ref_area = donation_wedding_month.ref_area
    and donation_month.time_period = donation_wedding_month.time_period
inner join mart.marriage_month
    on donation_month.ref_area = marriage_month.ref_area
    and donation_month.time_period = marriage_month.time_period
where donation_month.kind = '婚姻登记慈善一日捐'
