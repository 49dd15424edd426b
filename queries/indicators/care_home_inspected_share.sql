/*
name_zh = "养老院本年检查率"
name_en = "Care homes inspected this year"
theme = "care_facilities"
unit_measure = "percent of open care homes"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["care_facilities"]
reviewed = 2026-11-22

definition_zh = "数据截止日开放的养老院中，当年做过综合检查的比重。"
definition_en = "Share of the care homes open on the day the register reaches that were inspected in that year."
caveats_zh = "台账只记最近一次检查，所以只有截止月的数；年初自然偏低。"

# Which records make the numerator of an area and period
rows = """
record.kind = '养老院'
and record.opened_on <= spine.counted_on
and spine.counted_on = spine.as_of
and year(record.inspected_on) = spine.year
"""
*/
select
    ref_area,
    time_period,
    count(*) filter (where is_inspected) as numerator,
    count(*) as denominator
from mart.care_facility_point
where
    kind = '养老院'
    and status = '开放'
group by ref_area, time_period
