/*
name_zh = "慈善资金本金"
name_en = "Principal of charitable funds"
theme = "charity_funds"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "higher_is_better"
extracts = ["charity_accounts"]
reviewed = 2026-11-22

definition_zh = "年末慈善信托、基金会和各类基金的本金合计。"
definition_en = "Principal of trusts, foundations and funds at the end of the year."

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.principal)"
*/
select
    ref_area,
    time_period,
    sum(principal) as numerator
from mart.charity_fund_year
group by ref_area, time_period
