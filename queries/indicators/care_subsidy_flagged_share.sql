/*
name_zh = "补贴疑点率"
name_en = "Share of subsidised persons flagged"
theme = "smart_care"
unit_measure = "percent of persons subsidised"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "lower_is_better"
chance = "share"
extracts = ["care_subsidies"]
reviewed = 2026-11-22

definition_zh = "当月补贴对象中被监管模块标记为疑点的比重，如同月重复享受、超出标准。"
definition_en = "Of the persons subsidised in the month, the share flagged by supervision as doubtful."
caveats_zh = "疑点须经核实，不等于违规。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.flagged)"
*/
select
    ref_area,
    time_period,
    flagged as numerator,
    persons as denominator
from mart.care_subsidy_month
