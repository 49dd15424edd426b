/*
name_zh = "特殊日子结婚登记"
name_en = "Couples married on special days"
theme = "marriage"
unit_measure = "couples"
unit_zh = "对"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["marriages"]
reviewed = 2026-11-22

definition_zh = "当月在情人节、520、七夕等特殊日子办理结婚登记的新人对数。"
definition_en = "Couples married on special days of the month, such as Valentine's or Qixi."
caveats_zh = "一个月里最多只有一个特殊日子，没有的月份为0。"

# Which records make the numerator of an area and period
rows = """
record.registered_on between spine.start_date and spine.counted_on
and record.special_day is not null
"""
measure = "sum(record.couples)"
*/
select
    ref_area,
    time_period,
    special_couples as numerator
from mart.marriage_month
where area_level = 'township'
