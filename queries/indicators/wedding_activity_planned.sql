/*
name_zh = "计划婚享会活动"
name_en = "Wedding activities planned"
theme = "marriage"
unit_measure = "activities"
unit_zh = "场"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
accumulate = "year"
extracts = ["public_activities"]
reviewed = 2026-11-22

definition_zh = "当年1月起至当月止列入计划的幸福“婚”享会活动数，办了和没有办的都计。"
definition_en = "Wedding activities entered in the plan from January to this month, held or not."

# Which records make the numerator of an area and period
rows = """
record.planned_on between spine.start_date and spine.counted_on
and record.programme = '幸福婚享会'
"""
*/
select
    ref_area,
    time_period,
    planned as numerator
from mart.public_activity_month
where programme = '幸福婚享会'
