/*
name_zh = "低保人均补助水平"
name_en = "Subsistence allowance per person covered"
theme = "assistance"
unit_measure = "yuan per person covered and month"
unit_zh = "元／人·月"
per = 1
decimals = 1
freq = "M"
kind = "flow"
polarity = "neutral"
chance = "none"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当月已发放的低保金与低保保障人数之比。"
definition_en = "Subsistence allowance paid in the month, per person covered."
caveats_zh = "低保金按家庭人均收入与低保标准的差额发放，人均补助水平一般低于标准，应与“低保标准”指标（2023年9月起1135元／人·月）对照；高低取决于对象收入，不代表工作好坏。只计状态为“已发放”的记录，退回和待发放的不计入；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '已发放'
and record.programme = '低保'
"""
measure = "sum(record.amount)"

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "救助项目=低保"
*/
select
    ref_area,
    time_period,
    amount as numerator,
    persons as denominator,
    recipients as contributors,
    largest,
    second_largest
from mart.assistance_month
where
    programme = '低保'
    and area_level = 'township'
