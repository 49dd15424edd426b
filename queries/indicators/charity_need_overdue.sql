/*
name_zh = "超30天未匹配需求"
name_en = "Needs not matched for over 30 days"
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

definition_zh = "期末提出已超过30天、仍没有匹配上的帮扶需求数。"
definition_en = "Needs raised more than 30 days before and not matched by the end of the month."
caveats_zh = "30天为看板设定的提醒线，不是考核时限。"

# Which records make the numerator of an area and period
rows = """
record.raised_on <= spine.counted_on
and (record.matched_on is null or record.matched_on > spine.counted_on)
and (record.closed_on is null or record.closed_on > spine.counted_on)
and record.raised_on < spine.counted_on - 30
"""
*/
select
    ref_area,
    time_period,
    overdue as numerator
from mart.charity_need_month
