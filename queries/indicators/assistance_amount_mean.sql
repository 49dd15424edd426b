/*
name_zh = "人均救助金额"
name_en = "Assistance per recipient"
theme = "assistance"
unit_measure = "yuan per recipient and month"
unit_zh = "元／人·月"
per = 1
decimals = 1
freq = "M"
kind = "flow"
polarity = "neutral"
chance = "none"
rollup = "none"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当月已发放的社会救助资金与救助领取人数之比。"
definition_en = "Social assistance paid in the month, per person paid."
caveats_zh = "各项目金额相差很大，人均数随项目构成变化，不宜直接比较高低。按户发放的只计户主。只计状态为“已发放”的记录，退回和待发放的不计入；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '已发放'
"""
measure = "sum(record.amount)"
*/
select
    ref_area,
    time_period,
    amount as numerator,
    recipients as denominator,
    recipients as contributors,
    largest,
    second_largest
from mart.assistance_month
where programme = '_T'
