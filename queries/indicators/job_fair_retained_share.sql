/*
name_zh = "三个月稳岗率"
name_en = "Share still in post after three months"
theme = "livelihoods"
unit_measure = "percent of persons hired"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["job_fairs"]
reviewed = 2026-11-22

definition_zh = "年内招聘会达成就业、已满三个月的人中，三个月后仍在岗的比重。"
definition_en = "Of those hired at job fairs of the year three months ago or longer, the share still in post after three months."
caveats_zh = "未满三个月的场次不在分子、分母里。"

# Which records make the numerator of an area and period
rows = """
record.held_on >= spine.start_date
and record.held_on <= spine.counted_on
and record.retained is not null
"""
measure = "sum(record.retained)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    sum(retained) as numerator,
    sum(known_hired) as denominator
from mart.job_fair_month
group by ref_area, year
