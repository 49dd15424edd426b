/*
name_zh = "服务类救助户数"
name_en = "Households served"
theme = "visits"
unit_measure = "households"
unit_zh = "户"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
rollup = "none"
extracts = ["service_orders"]
reviewed = 2026-11-22

definition_zh = "当月得到任一项服务的家庭数，同一家庭只计一次。"
definition_en = "Households that had any service in the month, each counted once."
caveats_zh = "从2023年7月起。镇街道当月没有任何服务单的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "count(distinct record.household)"
*/
select
    ref_area,
    time_period,
    households as numerator
from mart.service_month
