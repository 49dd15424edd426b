/*
name_zh = "慈善资金支出"
name_en = "Spent by charitable funds"
theme = "charity_funds"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["charity_accounts"]
reviewed = 2026-11-22

definition_zh = "当年慈善信托、基金会和各类基金用于慈善公益的支出合计。"
definition_en = "Yuan spent on charity by trusts, foundations and funds in the year."

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.spent)"
*/
select
    ref_area,
    time_period,
    sum(spent) as numerator
from mart.charity_fund_year
group by ref_area, time_period
