/*
name_zh = "化解在村社区的占比"
name_en = "Disputes settled in the village or community"
theme = "governance"
unit_measure = "per cent of disputes settled"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["mediations"]
reviewed = 2026-11-22

definition_zh = "当月调解成功的矛盾纠纷中，由村社区一级调解的比重。"
definition_en = "Disputes settled at the level of the village or community as a share of all settled in the month."

# Which records make the numerator of an area and period
rows = """
record.closed_on >= spine.start_date
and record.closed_on <= spine.counted_on
and record.is_settled
and record.level = '村社区'
"""
*/
select
    ref_area,
    time_period,
    coalesce(sum(settled) filter (where level = '村社区'), 0) as numerator,
    sum(settled) as denominator
from mart.mediation_month
group by ref_area, time_period
