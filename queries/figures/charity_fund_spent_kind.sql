/*
name_zh = "慈善资金支出的类别构成"
name_en = "Spent by kind of charitable fund"
theme = "charity_funds"
kind = "mix"
unit_zh = "元"
freq = "A"
extracts = ["charity_accounts"]
reviewed = 2026-11-22

definition_zh = "当年慈善信托、基金会和各类基金的支出，按类别分。"
definition_en = "Yuan spent in the year by trusts, foundations and funds, by kind."
category_zh = "类别"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.spent)"
rows_category = "record.kind"
*/
select
    ref_area,
    time_period,
    kind as category,
    case kind
        when '社区发展基金会' then 1
        when '冠名基金' then 2
        when '社区基金' then 3
        when '慈善信托' then 4
        else 5
    end as category_position,
    '_T' as series,
    1 as series_position,
    spent as numerator
from mart.charity_fund_year
