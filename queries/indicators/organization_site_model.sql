/*
name_zh = "标准化示范点"
name_en = "Model sites"
theme = "organization_quality"
unit_measure = "sites"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["organization_sites"]
reviewed = 2026-11-22

definition_zh = "期末已命名的社会组织阵地标准化示范点数。"
definition_en = "Sites named a model by the end of the month."

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and record.model_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    models as numerator
from mart.organization_site_month
