/*
name_zh = "托位使用率"
name_en = "Share of nursery places taken"
theme = "children"
unit_measure = "percent of places"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["nurseries"]
reviewed = 2026-11-22

definition_zh = "数据截止日在托的婴幼儿占托位的比重。"
definition_en = "Children enrolled on the day the register reaches as a share of places."
caveats_zh = "台账只记现状，所以只有截止月的数。"

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and spine.counted_on = spine.as_of
"""
measure = "sum(record.enrolled)"
*/
select
    ref_area,
    time_period,
    sum(enrolled) as numerator,
    sum(places) as denominator
from mart.nursery_month
where enrolled is not null
group by ref_area, time_period
