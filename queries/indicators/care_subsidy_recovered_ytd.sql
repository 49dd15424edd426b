/*
name_zh = "本年累计追回补贴"
name_en = "Subsidies recovered, year to date"
theme = "smart_care"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
accumulate = "year"
extracts = ["care_subsidies"]
reviewed = 2026-11-22

definition_zh = "当年1月起至当月止追回入账的养老服务补贴。"
definition_en = "Elderly care subsidies recovered from January to this month."
caveats_zh = "追回的可以是以前年度发放的。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.recovered)"
*/
select
    ref_area,
    time_period,
    recovered as numerator
from mart.care_subsidy_month
