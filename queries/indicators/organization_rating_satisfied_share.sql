/*
name_zh = "居民评价满意率"
name_en = "Satisfied ratings"
theme = "organization_quality"
unit_measure = "per cent of ratings"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["organization_ratings"]
reviewed = 2026-11-22

definition_zh = "当月居民对社区社会组织的评价中，打4分或5分的人次占比。"
definition_en = "Ratings of 4 or 5 as a share of all ratings in the month."
caveats_zh = "只有汇总数，不记评价人。评价人次少的镇街道，满意率起伏大。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.satisfied)"
*/
select
    ref_area,
    time_period,
    satisfied as numerator,
    rated as denominator
from mart.organization_rating_month
