/*
name_zh = "特殊日子的结婚登记"
name_en = "Couples married on special days"
theme = "marriage"
kind = "bars"
unit_zh = "对"
freq = "A"
extracts = ["marriages"]
reviewed = 2026-11-22

definition_zh = "当年在各个特殊日子办理结婚登记的新人对数。"
definition_en = "Couples married on each special day of the year."
category_zh = "特殊日子"
series_zh = "合计"
caveats_zh = "遇上周末而登记中心没有加班的、还没有到的，都是0。"

# Which records make the numerator of an area and period
rows = """
record.registered_on between spine.start_date and spine.counted_on
and record.special_day is not null
"""
measure = "sum(record.couples)"
rows_category = "record.special_day"
*/
select
    ref_area,
    time_period,
    special_day as category,
    case special_day
        when '情人节' then 1
        when '520' then 2
        when '七夕' then 3
        when '99' then 4
        else 5
    end as category_position,
    '_T' as series,
    1 as series_position,
    couples as numerator
from mart.marriage_special_day_year
