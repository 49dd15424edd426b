/*
name_zh = "参与共富增收项目户数"
name_en = "Households in income projects"
theme = "livelihoods"
unit_measure = "households"
unit_zh = "户"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["income_aids"]
reviewed = 2026-11-22

definition_zh = "当年参与共富增收项目的低收入农户数。"
definition_en = "Low-income farming households that took part in income projects in the year."
caveats_zh = "一户参与几个项目的，按项目各计一次；公布的4497户没有说明是否去重。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.aid = 'A01'
"""
measure = "sum(record.households)"
*/
select
    ref_area,
    time_period,
    households as numerator
from mart.income_aid_year
where aid = 'A01'
