/*
name_zh = "每场招聘会达成就业"
name_en = "Persons hired per job fair"
theme = "livelihoods"
unit_measure = "persons per fair"
unit_zh = "人／场"
per = 1
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["job_fairs"]
reviewed = 2026-11-22

definition_zh = "年内困难家庭专场招聘会达成就业的人数，除以场数。"
definition_en = "Persons hired at job fairs in the year, per fair."
caveats_zh = "没有办过的镇街道没有这个数。"

# Which records make the numerator of an area and period
rows = """
record.held_on >= spine.start_date
and record.held_on <= spine.counted_on
"""
measure = "sum(record.hired)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    sum(hired) as numerator,
    sum(fairs) as denominator
from mart.job_fair_month
group by ref_area, year
