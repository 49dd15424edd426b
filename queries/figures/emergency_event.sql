/*
name_zh = "历次应急代配送惠及居民"
name_en = "Residents served in each emergency"
theme = "emergency"
kind = "bars"
unit_zh = "人"
freq = "A"
extracts = ["emergency_orders"]
reviewed = 2026-11-22

definition_zh = "最近一个有应急事件的年份，每次事件中得到代配送的居民数，同一居民在一次事件里只计一次。"
definition_en = "Residents served in each emergency of the latest year that had any, each counted once an emergency."
category_zh = "应急事件"
series_zh = "合计"
caveats_zh = "一位居民可以在几次事件中得到服务，各次相加会多于居民总数。"

# Which records make the numerator of an area and period
rows = "record.ordered_on between spine.start_date and spine.counted_on"
measure = "count(distinct record.resident)"
rows_category = "record.event"
*/
select
    ref_area,
    time_period,
    event as category,
    event_position as category_position,
    '_T' as series,
    1 as series_position,
    residents as numerator
from mart.emergency_event_year
