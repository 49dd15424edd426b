/*
name_zh = "待匹配帮扶需求"
name_en = "Needs not matched yet"
theme = "charity_matching"
unit_measure = "needs"
unit_zh = "条"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "lower_is_better"
extracts = ["charity_needs"]
reviewed = 2026-11-22

definition_zh = "期末已经提出、还没有与慈善项目对接上、也没有撤回的帮扶需求数。"
definition_en = "Needs raised and neither matched nor withdrawn by the end of the month."
caveats_zh = "撤回或转到其他渠道的不再等待，不算。"

# Which records make the numerator of an area and period
rows = """
record.raised_on <= spine.counted_on
and (record.matched_on is null or record.matched_on > spine.counted_on)
and (record.closed_on is null or record.closed_on > spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    open_needs as numerator
from mart.charity_need_month
