/*
name_zh = "调解平均用时"
name_en = "Mean days to close a dispute"
theme = "governance"
unit_measure = "days per case closed"
unit_zh = "天"
per = 1
decimals = 1
freq = "M"
kind = "flow"
polarity = "lower_is_better"
chance = "none"
extracts = ["mediations"]
reviewed = 2026-11-22

definition_zh = "当月办结的矛盾纠纷从受理到办结的天数之和，除以办结件数。"
definition_en = "Days from taking up to closing of disputes closed in the month, divided by their number."

# Which records make the numerator of an area and period
rows = """
record.closed_on >= spine.start_date
and record.closed_on <= spine.counted_on
"""
measure = "sum(record.closed_on - record.opened_on)"
*/
select
    ref_area,
    time_period,
    sum(days) as numerator,
    sum(closed) as denominator
from mart.mediation_month
group by ref_area, time_period
