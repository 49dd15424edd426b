/*
name_zh = "社工民情大比武得分"
name_en = "Contest scores of social-work stations"
theme = "social_workers"
kind = "bars"
unit_zh = "分"
freq = "A"
decimals = 1
extracts = ["social_work_stations"]
reviewed = 2026-11-22

definition_zh = "当年各社会工作站在“锻造民通岗·助力共富路”社工民情大比武中的得分，满分100分。"
definition_en = "Score of each social-work station in the contest of the year, out of 100."
category_zh = "社会工作站"
series_zh = "合计"
caveats_zh = "没有参加的不列。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.contest_score is not null
"""
measure = "sum(record.contest_score)"
rows_category = "record.name"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    name_zh as category,
    place as category_position,
    '_T' as series,
    1 as series_position,
    contest_score as numerator
from mart.social_work_station_contest
