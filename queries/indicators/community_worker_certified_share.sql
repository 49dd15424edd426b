/*
name_zh = "社区工作者持证率"
name_en = "Community workers with a certificate"
theme = "governance"
unit_measure = "per cent of community workers in post"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["community_returns"]
reviewed = 2026-11-22

definition_zh = "年末在岗的专职社区工作者中，持有社会工作者证书的比重。"
definition_en = "Community workers with a social-work certificate as a share of those in post."
caveats_zh = "专职社区工作者与持证社工是两回事，两个数不能相加。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.posts_certified)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    posts_certified as numerator,
    posts_filled as denominator
from mart.community_return_year
