/*
name_zh = "备案地名"
name_en = "Place names filed"
theme = "funerals"
unit_measure = "place names"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["place_names"]
reviewed = 2026-11-22

definition_zh = "期末已备案的标准地名数。"
definition_en = "Standard place names filed by the end of the month."

# Which records make the numerator of an area and period
rows = "record.filed_on <= spine.counted_on"
*/
select
    ref_area,
    time_period,
    filed as numerator
from mart.place_name_month
