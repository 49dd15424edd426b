/*
name_zh = "本年累计救助资金发放金额"
name_en = "Assistance paid, year to date"
theme = "assistance"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
accumulate = "year"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当年1月起至当月止，已发放的各项社会救助资金合计。"
definition_en = "Social assistance paid from January to this month, all programmes."
caveats_zh = "只计状态为“已发放”的记录；年内有月份未报送的，累计数不完整。"

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
