/*
name_zh = "办结纠纷的调解层级"
name_en = "Disputes closed by level"
theme = "governance"
kind = "mix"
unit_zh = "件"
freq = "M"
extracts = ["mediations"]
reviewed = 2026-11-22

definition_zh = "当月办结的矛盾纠纷数，按调解层级分。"
definition_en = "Disputes closed in the month, by level of mediation."
category_zh = "调解层级"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = """
record.closed_on >= spine.start_date
and record.closed_on <= spine.counted_on
"""
rows_category = "record.level"
*/
select
    ref_area,
    time_period,
    level as category,
    place as category_position,
    '_T' as series,
    1 as series_position,
    closed as numerator
from mart.mediation_month
