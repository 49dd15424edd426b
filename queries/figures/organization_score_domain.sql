/*
name_zh = "各领域评估得分率"
name_en = "Assessment scores by domain"
theme = "organization_quality"
kind = "bars"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
extracts = ["organization_scores"]
reviewed = 2026-11-22

definition_zh = "参加评估的社区社会组织在各领域的得分占满分的比重，当年与上年对照。"
definition_en = "Scores as a share of the full scores by domain, the year beside the one before."
category_zh = "评估领域"
series_zh = "年度"
caveats_zh = "领域划分为演示值。两年参加评估的组织不完全相同。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
or record.year = spine.year - 1
"""
measure = "sum(record.score)"
rows_category = "record.domain"
rows_series = "record.year || '年'"
*/
with

assessed_year as (
    select
        ref_area,
        year
    from mart.organization_score_year
    where area_level = 'township'
),

scored as (
    select
        assessed_year.ref_area,
        assessed_year.year as shown_year,
        score.year,
        score.domain,
        score.score,
        score.full_score
    from assessed_year
    inner join mart.organization_score_indicator_year as score
        on assessed_year.ref_area = score.ref_area
        and score.year between assessed_year.year - 1 and assessed_year.year
)

select
    ref_area,
    cast(shown_year as varchar) as time_period,
    domain as category,
    case domain
        when '基础条件' then 1
        when '内部治理' then 2
        when '党建引领' then 3
        when '工作绩效' then 4
        else 5
    end as category_position,
    year || '年' as series,
    year as series_position,
    sum(score) as numerator,
    sum(full_score) as denominator
from scored
group by ref_area, shown_year, year, domain
