/*
name_zh = "共富手工坊人均月收入"
name_en = "Monthly income of a workshop worker"
theme = "livelihoods"
unit_measure = "yuan per worker and month"
unit_zh = "元／人·月"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["income_aids"]
reviewed = 2026-11-22

definition_zh = "当年共富手工坊给务工人员带来的收入，除以务工人数和12个月。"
definition_en = "Income of workshop workers in the year, per worker and month."
caveats_zh = "按全年12个月摊，只做了几个月的也按12个月计。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.project = '共富手工坊'
"""
measure = "sum(record.income_added)"
*/
select
    ref_area,
    time_period,
    worker_income as numerator,
    workers * 12 as denominator
from mart.income_aid_year
where aid = 'A02'
