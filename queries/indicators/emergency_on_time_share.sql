/*
name_zh = "24小时送达率"
name_en = "Orders delivered within 24 hours"
theme = "emergency"
unit_measure = "per cent of orders"
unit_zh = "%"
per = 100
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["emergency_orders"]
reviewed = 2026-11-22

definition_zh = "当月的代配送订单中，下单后24小时以内送到的所占比重。"
definition_en = "Of the month's orders, the share delivered within 24 hours."
caveats_zh = "没有订单的月份没有比重。"

# Which records make the numerator of an area and period
rows = """
record.ordered_on between spine.start_date and spine.counted_on
and record.hours <= 24
"""

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "用时=24小时以内"
*/
select
    ref_area,
    time_period,
    on_time as numerator,
    orders as denominator
from mart.emergency_month
