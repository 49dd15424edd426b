/*
name_zh = "持证社工等级构成变化"
name_en = "Certified social workers by level, year by year"
theme = "social_workers"
kind = "mix"
unit_zh = "人"
freq = "A"
extracts = ["social_workers"]
reviewed = 2026-11-01

definition_zh = "各年末持证社工数，按助理、中级、高级分，取最高一级。"
definition_en = "Certified social workers at the end of each year, by highest level held."
category_zh = "证书等级"
series_zh = "合计"
caveats_zh = "证书等级按名册现状计：后来升级的，较早年份也计在现在的等级里。"

# Which records make the numerator of an area and period
rows = "record.certified_on <= spine.counted_on"
rows_category = "record.level"
*/
with

-- the year that is still running stands at its latest month
last_month as (
    select
        ref_area,
        year,
        max(month_start) as month_start
    from mart.social_worker_month
    group by ref_area, year
),

year_end as (
    select
        social_worker_month.ref_area,
        cast(social_worker_month.year as varchar) as time_period,
        social_worker_month.level_assistant,
        social_worker_month.level_intermediate,
        social_worker_month.level_senior
    from mart.social_worker_month
    inner join last_month
        on social_worker_month.ref_area = last_month.ref_area
        and social_worker_month.month_start = last_month.month_start
)

select
    ref_area,
    time_period,
    '助理' as category,
    1 as category_position,
    '_T' as series,
    1 as series_position,
    level_assistant as numerator
from year_end
union all
select
    ref_area,
    time_period,
    '中级' as category,
    2 as category_position,
    '_T' as series,
    1 as series_position,
    level_intermediate as numerator
from year_end
union all
select
    ref_area,
    time_period,
    '高级' as category,
    3 as category_position,
    '_T' as series,
    1 as series_position,
    level_senior as numerator
from year_end
