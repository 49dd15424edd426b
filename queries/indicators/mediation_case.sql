/*
name_zh = "受理的矛盾纠纷"
name_en = "Disputes taken up"
theme = "governance"
unit_measure = "cases"
unit_zh = "件"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["mediations"]
reviewed = 2026-11-22

definition_zh = "当月受理调解的矛盾纠纷数。"
definition_en = "Disputes taken up for mediation in the month."
caveats_zh = "受理多不等于矛盾多，也可能是排查得细。"

# Which records make the numerator of an area and period
rows = """
record.opened_on >= spine.start_date
and record.opened_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    sum(opened) as numerator
from mart.mediation_month
group by ref_area, time_period
