/*
name_zh = "本年累计慈善捐款"
name_en = "Donations, year to date"
theme = "charity_funds"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
extracts = ["donations"]
reviewed = 2026-11-22

definition_zh = "当年1月起至当月止收到的捐款金额，不含物资。"
definition_en = "Yuan donated from January to this month, goods not included."
caveats_zh = "年内有月份未报送的，累计数不完整。"

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
