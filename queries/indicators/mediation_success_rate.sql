/*
name_zh = "调解成功率"
name_en = "Mediations that succeeded"
theme = "governance"
unit_measure = "per cent of cases closed"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["mediations"]
reviewed = 2026-11-22

definition_zh = "当月办结的矛盾纠纷中调解成功的比重；分母是办结件数。"
definition_en = "Disputes settled as a share of those closed in the month."
caveats_zh = "未办结的不计入。镇街道一个月办结不多，看比率时须连同件数。"

# Which records make the numerator of an area and period
rows = """
record.closed_on >= spine.start_date
and record.closed_on <= spine.counted_on
and record.is_settled
"""
*/
select
    ref_area,
    time_period,
    sum(settled) as numerator,
    sum(closed) as denominator
from mart.mediation_month
group by ref_area, time_period
