/*
name_zh = "在册困境和留守儿童"
name_en = "Children in difficulty or left behind"
theme = "children"
unit_measure = "children"
unit_zh = "人"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "neutral"
extracts = ["children_returns"]
reviewed = 2026-11-22

definition_zh = "月末在册的孤儿、事实无人抚养儿童、困境儿童和留守儿童数。"
definition_en = "Orphans, children without care, in difficulty or left behind on the books at the end of the month."
caveats_zh = "敏感数据，小于10的数和可以推出它的数不公开。镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.children)"
*/
select
    ref_area,
    time_period,
    children as numerator
from mart.children_month
