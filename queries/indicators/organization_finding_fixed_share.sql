/*
name_zh = "检查问题整改率"
name_en = "Findings fixed"
theme = "organization_quality"
unit_measure = "per cent of findings"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["organization_checks"]
reviewed = 2026-11-22

definition_zh = "2022年以来查出的问题中，期末已整改的占比。"
definition_en = "Findings since 2022 that are fixed by the end of the month."

# Which records make the numerator of an area and period
rows = """
record.checked_on <= spine.counted_on
and record.fixed_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    fixed as numerator,
    found as denominator
from mart.organization_check_month
