/*
name_zh = "助联体村级覆盖率"
name_en = "Villages and communities with a joint aid station"
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

definition_zh = "期末有村级助联体站点的村社区，占全部村社区的比重。"
definition_en = "Share of villages and communities with an open joint aid station at the end of the month."

# Which records make the numerator of an area and period
rows = """
record.level = '村级'
and record.opened_on <= spine.counted_on
"""
measure = "count(distinct record.community)"
*/
select
    ref_area,
    time_period,
    covered_communities as numerator,
    communities as denominator
from mart.aid_station_month
