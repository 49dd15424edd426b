/*
name_zh = "救助联络员覆盖率"
name_en = "Villages and communities with a named aid contact"
theme = "visits"
unit_measure = "percent of villages and communities"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["aid_stations"]
reviewed = 2026-11-22

definition_zh = "期末落实了红色“救”在身边联络员的村社区，占全部村社区的比重。"
definition_en = "Share of villages and communities with a named contact at the end of the month."
caveats_zh = "看是否落实到人，不看走访多少；走访见探访按时率。"

# Which records make the numerator of an area and period
rows = "record.contact_on <= spine.counted_on"
measure = "count(distinct record.community)"
*/
select
    ref_area,
    time_period,
    contacted_communities as numerator,
    communities as denominator
from mart.aid_station_month
