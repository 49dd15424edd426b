/*
name_zh = "得分最低的十个指标"
name_en = "The ten weakest assessment indicators"
theme = "organization_quality"
kind = "bars"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
extracts = ["organization_scores"]
reviewed = 2026-11-22

definition_zh = "全市得分率最低的十个评估指标，按全市得分率从低到高排列。"
definition_en = "The ten indicators with the lowest scores in the county, the lowest first."
category_zh = "评估指标"
series_zh = "合计"
caveats_zh = "指标名称为演示值。镇街道也按全市的十个指标列出。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.score)"
rows_category = """
(
    select min(item.indicator_zh)
    from reference.assessment_item as item
    where item.indicator_no = record.indicator_no
)
"""
*/
with

county_rate as (
    select
        year,
        indicator_no,
        row_number() over (
            partition by year
            order by sum(score) / sum(full_score), indicator_no
        ) as place
    from mart.organization_score_indicator_year
    group by year, indicator_no
)

select
    score.ref_area,
    cast(score.year as varchar) as time_period,
    score.indicator_zh as category,
    county_rate.place as category_position,
    '_T' as series,
    1 as series_position,
    score.score as numerator,
    score.full_score as denominator
from mart.organization_score_indicator_year as score
inner join county_rate
    on score.year = county_rate.year
    and score.indicator_no = county_rate.indicator_no
where county_rate.place <= 10
