/*
name_zh = "救助资金发放金额"
name_en = "Assistance paid"
theme = "assistance"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["assistance_payments"]
tolerance = 0.01
reviewed = 2026-11-01

definition_zh = "当月已发放的各项社会救助资金合计。"
definition_en = "Social assistance paid in the month, all programmes."
caveats_zh = "只计状态为“已发放”的记录，退回和待发放的不计入；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

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
    recipients as contributors,
    largest,
    second_largest
from mart.assistance_month
where
    programme = '_T'
    and area_level = 'township'
