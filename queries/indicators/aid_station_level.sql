/*
name_zh = "助联体服务层级"
name_en = "Levels of joint aid stations"
theme = "visits"
unit_measure = "levels"
unit_zh = "级"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "neutral"
rollup = "none"
extracts = ["aid_stations"]
reviewed = 2026-11-22

definition_zh = "期末已开站的助联体站点有几级，市、镇、村齐全的为3级。"
definition_en = "How many of the three levels, city, township and village, have an open station."
caveats_zh = "市级站点设在当湖街道，其余镇街道至多2级。"

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
measure = "count(distinct record.level)"
*/
with

area_month as (
    select
        ref_area,
        time_period,
        city,
        town,
        village
    from mart.aid_station_month
    union all
    select
        county.ref_area,
        station.time_period,
        sum(station.city) as city,
        sum(station.town) as town,
        sum(station.village) as village
    from mart.aid_station_month as station
    cross join reference.county
    group by county.ref_area, station.time_period
)

select
    ref_area,
    time_period,
    cast(city > 0 as bigint) + cast(town > 0 as bigint) + cast(village > 0 as bigint) as numerator
from area_month
