/*
name_zh = "应急代配送药品"
name_en = "Boxes of medicine delivered in emergencies"
theme = "emergency"
unit_measure = "boxes"
unit_zh = "盒"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
accumulate = "year"
extracts = ["emergency_orders"]
reviewed = 2026-11-22

definition_zh = "当年1月起至当月止，紧急代配送的药品盒数。"
definition_en = "Boxes of medicine delivered in emergencies from January to this month."
caveats_zh = "只计盒数，不记药名。"

# Which records make the numerator of an area and period
rows = "record.ordered_on between spine.start_date and spine.counted_on"
measure = "sum(record.boxes)"
*/
select
    ref_area,
    time_period,
    boxes as numerator,
    residents as contributors,
    largest,
    second_largest
from mart.emergency_month
