/*
name_zh = "慈善捐款"
name_en = "Donations"
theme = "charity_funds"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
extracts = ["donations"]
reviewed = 2026-11-22

definition_zh = "当月收到的捐款金额，各种捐赠方式合计，不含物资。"
definition_en = "Yuan donated in the month in all ways, goods not included."
caveats_zh = "9月有慈善一日捐集中募捐，各月之间不宜直接比较。镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.amount)"
*/
select
    ref_area,
    time_period,
    sum(amount) as numerator
from mart.donation_month
group by ref_area, time_period
