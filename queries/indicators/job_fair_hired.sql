/*
name_zh = "专场招聘达成就业人数"
name_en = "Persons hired at job fairs"
theme = "livelihoods"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["job_fairs"]
reviewed = 2026-11-22

definition_zh = "年内困难家庭专场招聘会达成就业的人数。"
definition_en = "Persons hired at job fairs for households in difficulty in the year."
caveats_zh = "2024年计到8月。"

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
    sum(hired) as numerator
from mart.job_fair_month
group by ref_area, year
