/*
name_zh = "逾期未整改的问题"
name_en = "Findings past their date"
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

definition_zh = "期末整改期限已过、尚未整改的问题数。"
definition_en = "Findings whose date to be fixed has passed at the end of the month."

# Which records make the numerator of an area and period
rows = """
record.due_on < spine.counted_on
and (record.fixed_on is null or record.fixed_on > spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    overdue as numerator
from mart.organization_check_month
