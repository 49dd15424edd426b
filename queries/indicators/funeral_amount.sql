/*
name_zh = "本年惠民殡葬补贴金额"
name_en = "Funeral subsidies and rewards this year"
theme = "funerals"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
accumulate = "year"
extracts = ["funerals"]
reviewed = 2026-11-22

definition_zh = "本年1月起至当月发放的基本殡葬服务补贴和文明治丧奖励合计。"
definition_en = "Basic subsidies and rewards for simple funerals paid from January to this month."
caveats_zh = "年内有月份未报送的，累计数不完整。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.subsidy + record.reward)"
*/
select
    ref_area,
    time_period,
    amount as numerator
from mart.funeral_month
