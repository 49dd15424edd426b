/*
name_zh = "服务类救助费用"
name_en = "Cost of service-type assistance"
theme = "visits"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["service_orders"]
reviewed = 2026-11-22

definition_zh = "当月服务类救助的费用合计。"
definition_en = "Cost of services to households in difficulty in the month."
caveats_zh = "志愿服务没有费用。从2023年7月起。镇街道当月没有任何服务单的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.cost)"
*/
select
    ref_area,
    time_period,
    cost as numerator,
    households as contributors,
    largest,
    second_largest
from mart.service_month
where area_level = 'township'
