/*
name_zh = "增收项目户均增收"
name_en = "Income added per household"
theme = "livelihoods"
unit_measure = "yuan per household"
unit_zh = "元／户"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["income_aids"]
reviewed = 2026-11-22

definition_zh = "当年共富增收项目带来的收入，除以参与户数。"
definition_en = "Income brought by income projects in the year, per household taking part."

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.aid = 'A01'
"""
measure = "sum(record.income_added)"
*/
select
    ref_area,
    time_period,
    income_added as numerator,
    households as denominator
from mart.income_aid_year
where aid = 'A01'
