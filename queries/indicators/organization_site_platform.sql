/*
name_zh = "社会组织服务平台"
name_en = "Township platforms for social organizations"
theme = "organization_quality"
unit_measure = "platforms"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["organization_sites"]
reviewed = 2026-11-22

definition_zh = "期末已启用的镇街道社会组织服务平台数。"
definition_en = "Township platforms for social organizations opened by the end of the month."

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and record.kind = '社会组织服务平台'
"""
*/
select
    ref_area,
    time_period,
    platforms as numerator
from mart.organization_site_month
