/*
name_zh = "社区发展基金会覆盖率"
name_en = "Townships with a community foundation"
theme = "charity_funds"
unit_measure = "per cent of townships"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["charity_accounts"]
reviewed = 2026-11-22

definition_zh = "年末有社区发展基金会的镇街道，占全部镇街道的比重。"
definition_en = "Share of townships with a community development foundation at the end of the year."
caveats_zh = "镇街道一行不是100%就是0%；乍浦镇不在统计范围。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.kind = '社区发展基金会'
"""
measure = "count(distinct record.ref_area)"
*/
select
    ref_area,
    time_period,
    case when funds > 0 then 1 else 0 end as numerator,
    1 as denominator  -- each township is one
from mart.charity_fund_year
where kind = '社区发展基金会'
