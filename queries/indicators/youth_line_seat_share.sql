/*
name_zh = "青春专线满员率"
name_en = "Seats filled on the youth line"
theme = "marriage"
unit_measure = "per cent of seats"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["public_activities"]
reviewed = 2026-11-22

definition_zh = "当年已经发车的青春专线，参加人次占名额的比重。"
definition_en = "Persons who took part in the year's trips of the youth line, as a share of the seats."
caveats_zh = "按发车的镇街道计；当年还没有发车的没有数。"

# Which records make the numerator of an area and period
rows = """
record.programme = '青春专线'
and year(record.held_on) = spine.year
"""
measure = "sum(record.persons)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    sum(persons) as numerator,
    sum(seats) as denominator
from mart.public_activity_month
where programme = '青春专线'
group by ref_area, year
