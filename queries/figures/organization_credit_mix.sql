/*
name_zh = "信用等级构成变化"
name_en = "Organizations rated by credit level"
theme = "organization_quality"
kind = "mix"
unit_zh = "家"
freq = "M"
extracts = ["organization_ratings"]
reviewed = 2026-11-22

definition_zh = "当月有居民评价的社区社会组织数，按信用等级分。"
definition_en = "Organizations with any rating in the month, by credit level."
category_zh = "信用等级"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
rows_category = "record.credit_level"
*/
select
    ref_area,
    time_period,
    '优秀' as category,
    1 as category_position,
    '_T' as series,
    1 as series_position,
    credit_excellent as numerator
from mart.organization_rating_month
union all
select
    ref_area,
    time_period,
    '良好' as category,
    2 as category_position,
    '_T' as series,
    1 as series_position,
    credit_good as numerator
from mart.organization_rating_month
union all
select
    ref_area,
    time_period,
    '一般' as category,
    3 as category_position,
    '_T' as series,
    1 as series_position,
    credit_fair as numerator
from mart.organization_rating_month
union all
select
    ref_area,
    time_period,
    '较差' as category,
    4 as category_position,
    '_T' as series,
    1 as series_position,
    credit_poor as numerator
from mart.organization_rating_month
