/*
name_zh = "临时救助笔数"
name_en = "Temporary assistance payments"
theme = "assistance"
unit_measure = "payments"
unit_zh = "笔"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当月已发放的临时救助笔数。"
definition_en = "Temporary assistance payments made in the month."
caveats_zh = "同一人一个月内可有多笔。只计状态为“已发放”的记录，退回和待发放的不计入；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '已发放'
and record.programme = '临时救助'
"""

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "救助项目=临时救助"
*/
select
    ref_area,
    time_period,
    payments as numerator
from mart.assistance_month
where
    programme = '临时救助'
    and area_level = 'township'
