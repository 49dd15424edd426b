/*
name_zh = "授星综合体占比"
name_en = "Service complexes with a star grade"
theme = "service_complexes"
unit_measure = "per cent of complexes"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["service_complexes"]
reviewed = 2026-11-22

definition_zh = "期末已公布星级的社区服务综合体，占已投用的比重。"
definition_en = "Service complexes with a published star grade as a share of those open."
caveats_zh = "星级分三星、四星、五星；新投用的要等申报和核查，占比会先降后升。"

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and record.awarded_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    starred as numerator,
    complexes as denominator
from mart.service_complex_month
