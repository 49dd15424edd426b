/*
name_zh = "资助困难学生人次"
name_en = "Student aid cases"
theme = "livelihoods"
unit_measure = "cases"
unit_zh = "人次"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
extracts = ["income_aids"]
reviewed = 2026-11-22

definition_zh = "当年资助困难学生的人次。"
definition_en = "Cases of aid to students in difficulty in the year."
caveats_zh = "同一学生一年受助几次的，计几人次。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.aid = 'A03'
"""
measure = "sum(record.persons)"
*/
select
    ref_area,
    time_period,
    persons as numerator
from mart.income_aid_year
where aid = 'A03'
