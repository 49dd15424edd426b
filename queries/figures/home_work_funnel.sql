/*
name_zh = "安居改造办理进程"
name_en = "Home improvements from application to finish"
theme = "livelihoods"
kind = "funnel"
unit_zh = "户"
freq = "A"
extracts = ["home_works"]
reviewed = 2026-11-22

definition_zh = "年内申请的改造，到数据截止日走到审批、开工、完工各步的户数，后一步含在前一步里。"
definition_en = "Of the homes applied for in the year, those approved, started and finished by the day the data reach."
category_zh = "进程"
series_zh = "合计"
caveats_zh = "按申请年份归集，年底申请的多数次年完工。"

# Which records make the numerator of an area and period
rows = """
record.applied_on >= spine.start_date
and record.applied_on <= spine.counted_on
"""
rows_category = """
[
    '申请',
    case when record.approved_on is not null then '审批' end,
    case when record.started_on is not null then '开工' end,
    case when record.finished_on is not null then '完工' end
]
"""
*/
with

township_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'home_works'
    group by ref_area, year
)

select
    township_year.ref_area,
    cast(township_year.year as varchar) as time_period,
    step.category,
    step.position as category_position,
    '_T' as series,
    1 as series_position,
    count(case step.category
        when '申请' then home.applied_on
        when '审批' then home.approved_on
        when '开工' then home.started_on
        else home.finished_on
    end) as numerator
from township_year
cross join (
    values
    ('申请', 1),
    ('审批', 2),
    ('开工', 3),
    ('完工', 4)
) as step (category, position)
left join mart.home_work_case as home
    on township_year.ref_area = home.ref_area
    and township_year.year = home.applied_year
group by township_year.ref_area, township_year.year, step.category, step.position
