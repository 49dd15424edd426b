/*
name_zh = "服务类救助单数"
name_en = "Orders of service-type assistance"
theme = "visits"
unit_measure = "orders"
unit_zh = "单"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
extracts = ["service_orders"]
reviewed = 2026-11-22

definition_zh = "当月为困难家庭完成的服务单数。"
definition_en = "Services delivered to households in difficulty in the month."
caveats_zh = "从2023年7月起。镇街道当月没有任何服务单的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.orders)"
*/
select
    ref_area,
    time_period,
    orders as numerator
from mart.service_month
where area_level = 'township'
