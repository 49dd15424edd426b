/*
name_zh = "各班型的托位使用率"
name_en = "Nursery places taken, by youngest class"
theme = "children"
kind = "bars"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
extracts = ["nurseries"]
reviewed = 2026-11-22

definition_zh = "数据截止日在托的婴幼儿占托位的比重，按机构开设的最小班型分。"
definition_en = "Children enrolled on the day the register reaches as a share of places, by the youngest class of the nursery."
category_zh = "最小班型"
series_zh = "合计"
caveats_zh = "台账只记现状，所以只有截止月的数。"

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and spine.counted_on = spine.as_of
"""
measure = "sum(record.enrolled)"
rows_category = "record.class_kind"
*/
select
    ref_area,
    time_period,
    class_kind as category,
    case class_kind
        when '乳儿班' then 1
        when '托小班' then 2
        else 3
    end as category_position,
    '_T' as series,
    1 as series_position,
    enrolled as numerator,
    places as denominator
from mart.nursery_month
where
    enrolled is not null
    and places > 0  -- no place of a class in a township: nothing to fill
