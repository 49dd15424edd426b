/*
name_zh = "已办婚享会活动"
name_en = "Wedding activities held"
theme = "marriage"
unit_measure = "activities"
unit_zh = "场"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
extracts = ["public_activities"]
reviewed = 2026-11-22

definition_zh = "当年1月起至当月止已经举办的幸福“婚”享会活动数。"
definition_en = "Wedding activities held from January to this month."

# Which records make the numerator of an area and period
rows = """
record.held_on between spine.start_date and spine.counted_on
and record.programme = '幸福婚享会'
"""
*/
select
    ref_area,
    time_period,
    held as numerator
from mart.public_activity_month
where programme = '幸福婚享会'
