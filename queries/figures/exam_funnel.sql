/*
name_zh = "社工考试报名、参考、通过"
name_en = "Candidates registered, sat and passed"
theme = "training"
kind = "funnel"
unit_zh = "人"
freq = "A"
extracts = ["exam_years"]
reviewed = 2026-11-22

definition_zh = "当年社会工作者职业水平考试的报名、参考、通过人数，各级别合计。"
definition_en = "Candidates of the year who registered, sat and passed, all levels."
category_zh = "步骤"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = """
sum(case heading.of.category
    when '报名' then record.registered
    when '参考' then record.sat
    else record.passed
end)
"""
rows_category = "['报名', '参考', '通过']"
*/
select
    exam_year.ref_area,
    cast(exam_year.year as varchar) as time_period,
    step.category,
    step.position as category_position,
    '_T' as series,
    1 as series_position,
    case step.category
        when '报名' then exam_year.registered
        when '参考' then exam_year.sat
        else exam_year.passed
    end as numerator
from mart.exam_year
cross join (
    values
    ('报名', 1),
    ('参考', 2),
    ('通过', 3)
) as step (category, position)
