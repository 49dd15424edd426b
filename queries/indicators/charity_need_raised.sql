/*
name_zh = "新提出帮扶需求"
name_en = "Needs raised"
theme = "charity_matching"
unit_measure = "needs"
unit_zh = "条"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["charity_needs"]
reviewed = 2026-11-22

definition_zh = "当月登记的帮扶需求数。"
definition_en = "Needs of help registered in the month."

# Which records make the numerator of an area and period
rows = "record.raised_on between spine.start_date and spine.counted_on"
*/
select
    ref_area,
    time_period,
    raised as numerator
from mart.charity_need_month
