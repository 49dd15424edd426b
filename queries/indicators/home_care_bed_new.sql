/*
name_zh = "本年新建家庭养老床位"
name_en = "Home care beds built this year"
theme = "care_facilities"
unit_measure = "beds"
unit_zh = "张"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
extracts = ["home_care_beds"]
reviewed = 2026-11-22

definition_zh = "当年1月起至月末建成的家庭养老床位数。"
definition_en = "Home care beds built from January to the end of the month."
caveats_zh = "年初起累计，建成后又撤床的也计。"

# Which records make the numerator of an area and period
rows = """
record.built_on >= spine.start_date
and record.built_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    built as numerator
from mart.home_care_bed_month
