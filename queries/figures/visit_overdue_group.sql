/*
name_zh = "各类对象的探访逾期率"
name_en = "Share of visits overdue by group"
theme = "visits"
kind = "bars"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
extracts = ["care_visits"]
reviewed = 2026-11-22

definition_zh = "当月应探访次数中逾期的所占比重，按探访对象分。"
definition_en = "Share of the visits due in the month that were overdue, by group visited."
category_zh = "探访对象"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.overdue)"
rows_category = "record.visit_group"
*/
select
    ref_area,
    time_period,
    visit_group as category,
    case visit_group
        when '低保' then 1
        when '特困' then 2
        when '困境儿童' then 3
        when '独居老人' then 4
        else 5
    end as category_position,
    '_T' as series,
    1 as series_position,
    overdue as numerator,
    due as denominator
from mart.visit_month
