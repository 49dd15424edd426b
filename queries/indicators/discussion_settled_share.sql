/*
name_zh = "议题解决率"
name_en = "Topics settled"
theme = "governance"
unit_measure = "per cent of topics raised"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["discussions"]
reviewed = 2026-11-22

definition_zh = "当月议事协商提出的议题中，到数据截止日已解决的比重。"
definition_en = "Topics raised in the month that have been settled by the day the data reach, as a share of all."
caveats_zh = "新近的议题解决时间还短，最近两个月的解决率会偏低。没有议题的镇街道不适用。"

# Which records make the numerator of an area and period
rows = """
record.held_on >= spine.start_date
and record.held_on <= spine.counted_on
"""
measure = "sum(record.settled)"
*/
select
    ref_area,
    time_period,
    settled as numerator,
    raised as denominator
from mart.discussion_month
