/*
name_zh = "困难家庭专场招聘会"
name_en = "Job fairs for households in difficulty"
theme = "livelihoods"
unit_measure = "fairs"
unit_zh = "场"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["job_fairs"]
reviewed = 2026-11-22

definition_zh = "当月举办的困难家庭专场招聘会场数。"
definition_en = "Job fairs for households in difficulty held in the month."
caveats_zh = "多数月份没有。"

# Which records make the numerator of an area and period
rows = """
record.held_on >= spine.start_date
and record.held_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    fairs as numerator
from mart.job_fair_month
