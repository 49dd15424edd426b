/*
name_zh = "慈善资金支出率"
name_en = "Spending rate of charitable funds"
theme = "charity_funds"
unit_measure = "per cent of principal"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "neutral"
chance = "none"
extracts = ["charity_accounts"]
reviewed = 2026-11-22

definition_zh = "当年支出占年末本金的比重。"
definition_en = "Spent in the year, as a per cent of the principal at its end."
caveats_zh = "社区基金和促进中心随收随支，可以超过100%；留本的冠名基金只用收益，宜分类别看。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.spent)"
*/
select
    ref_area,
    time_period,
    sum(spent) as numerator,
    sum(principal) as denominator
from mart.charity_fund_year
group by ref_area, time_period
