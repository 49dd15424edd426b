/*
name_zh = "养老服务补贴金额"
name_en = "Elderly care subsidies"
theme = "smart_care"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["care_subsidies"]
reviewed = 2026-11-22

definition_zh = "当月结算的养老服务补贴金额。"
definition_en = "Elderly care subsidies settled in the month."
caveats_zh = "镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.amount)"
*/
select
    ref_area,
    time_period,
    amount as numerator
from mart.care_subsidy_month
