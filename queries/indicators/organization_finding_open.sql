/*
name_zh = "未整改的检查问题"
name_en = "Findings not yet fixed"
theme = "organization_quality"
unit_measure = "findings"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "lower_is_better"
extracts = ["organization_checks"]
reviewed = 2026-11-22

definition_zh = "期末已查出、尚未整改的问题数。"
definition_en = "Findings of checks not fixed at the end of the month."

# Which records make the numerator of an area and period
rows = """
record.result = '有问题'
and record.checked_on <= spine.counted_on
and (record.fixed_on is null or record.fixed_on > spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    unfixed as numerator
from mart.organization_check_month
