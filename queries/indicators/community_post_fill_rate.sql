/*
name_zh = "专职社区工作者到岗率"
name_en = "Posts of community workers filled"
theme = "governance"
unit_measure = "per cent of posts"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["community_returns"]
reviewed = 2026-11-22

definition_zh = "年末在岗的专职社区工作者，占核定岗位的比重。"
definition_en = "Full-time community workers in post at the end of the year as a share of posts."
caveats_zh = "当年未结束的，按导出日计。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.posts_filled)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    posts_filled as numerator,
    posts as denominator
from mart.community_return_year
