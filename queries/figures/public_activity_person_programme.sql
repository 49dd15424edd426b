/*
name_zh = "各类活动的参加人次"
name_en = "Persons at public activities by programme"
theme = "honours"
kind = "bars"
unit_zh = "人次"
freq = "A"
extracts = ["public_activities"]
reviewed = 2026-11-22

definition_zh = "当年举办的公益、邻里和婚俗活动的到场人次，按活动类别分。"
definition_en = "Person-times at the activities held in the year, by programme."
category_zh = "活动类别"
series_zh = "合计"
caveats_zh = "线上观看的不计。"

# Which records make the numerator of an area and period
rows = "year(record.held_on) = spine.year"
measure = "sum(record.persons)"
rows_category = "record.programme"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    programme as category,
    case programme
        when '慈善大会' then 1
        when '邻里节' then 2
        when '幸福婚享会' then 3
        when '青春专线' then 4
        when '青年联谊' then 5
        when '助学结对' then 6
        when '惠民义集' then 7
        when '志愿演出' then 8
        when '志愿宣讲' then 9
        when '居民节庆' then 10
        when '兴趣社团' then 11
        else 12
    end as category_position,
    '_T' as series,
    1 as series_position,
    sum(persons) as numerator
from mart.public_activity_month
group by ref_area, year, programme
