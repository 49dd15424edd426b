/*
name_zh = "青春专线线路"
name_en = "Routes of the youth line"
theme = "marriage"
unit_measure = "routes"
unit_zh = "条"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
extracts = ["public_activities"]
reviewed = 2026-11-22

definition_zh = "当年1月起至当月止公布的青春专线线路数，办了和没有办的都计。"
definition_en = "Routes of the youth line announced from January to this month, held or not."
caveats_zh = "按发车的镇街道计。"

# Which records make the numerator of an area and period
rows = """
record.planned_on between spine.start_date and spine.counted_on
and record.programme = '青春专线'
"""
*/
select
    ref_area,
    time_period,
    planned as numerator
from mart.public_activity_month
where programme = '青春专线'
