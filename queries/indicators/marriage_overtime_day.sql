/*
name_zh = "加班登记日"
name_en = "Days off on which the centre opened"
theme = "marriage"
unit_measure = "days"
unit_zh = "天"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
rollup = "none"
extracts = ["marriages"]
reviewed = 2026-11-22

definition_zh = "当月周末或节日里登记中心加班办理的天数。"
definition_en = "Days off of the month on which the registration centre opened."
caveats_zh = "镇街道的数只看本镇街道有人登记的日子，不能相加。"

# Which records make the numerator of an area and period
rows = """
record.registered_on between spine.start_date and spine.counted_on
and record.is_overtime
"""
measure = "count(distinct record.registered_on)"
*/
select
    ref_area,
    time_period,
    overtime_days as numerator
from mart.marriage_month
