/*
name_zh = "热线成单率"
name_en = "Share of answered calls that became orders"
theme = "smart_care"
unit_measure = "percent of calls answered"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["elderly_services"]
reviewed = 2026-11-22

definition_zh = "当月两条热线接听的来电中受理成单的比重。"
definition_en = "Orders taken by both lines in the month as a share of the calls answered."
caveats_zh = "问过没有下单的来电不成单。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.channel <> '智慧养老平台'
"""
measure = "sum(record.orders)"
*/
select
    ref_area,
    time_period,
    sum(orders) as numerator,
    sum(answered) as denominator
from mart.elderly_service_month
where channel <> '智慧养老平台'
group by ref_area, time_period
