/*
name_zh = "本年新增托位"
name_en = "Nursery places added this year"
theme = "children"
unit_measure = "places"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
extracts = ["nurseries"]
reviewed = 2026-11-22

definition_zh = "当年1月起至月末开办的托育机构的托位数。"
definition_en = "Places of the nurseries opened from January to the end of the month."
caveats_zh = "年初起累计；原有机构扩班增加的托位，台账没有记日期，不计入。"

# Which records make the numerator of an area and period
rows = """
record.opened_on >= spine.start_date
and record.opened_on <= spine.counted_on
"""
measure = "sum(record.places)"
*/
select
    ref_area,
    time_period,
    sum(opened_places) as numerator
from mart.nursery_month
group by ref_area, time_period
