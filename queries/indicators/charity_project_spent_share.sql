/*
name_zh = "慈善项目资金使用率"
name_en = "Share of project money spent"
theme = "charity_matching"
unit_measure = "per cent of yuan raised"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["charity_projects"]
reviewed = 2026-11-22

definition_zh = "当年开始的慈善项目，到数据截止日的支出金额占募集金额的比重。"
definition_en = "Of the yuan raised by charity projects that began in the year, the share spent by the day the data reach."
caveats_zh = "金额是数据截止日的，近年开始的项目还在支出，比往年低属正常。"

# Which records make the numerator of an area and period
rows = "year(record.opened_on) = spine.year"
measure = "sum(record.amount_spent)"
*/
select
    ref_area,
    time_period,
    amount_spent as numerator,
    amount_raised as denominator
from mart.charity_project_year
