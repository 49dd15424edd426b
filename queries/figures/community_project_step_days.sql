/*
name_zh = "各节点平均用时"
name_en = "Mean days of each step"
theme = "community_projects"
kind = "bars"
unit_zh = "天"
decimals = 0
freq = "A"
extracts = ["project_steps"]
reviewed = 2026-11-22

definition_zh = "当年办完的节点，从上一节点办完到这一节点办完的平均天数。"
definition_en = "Mean days from the step before to this one, of the steps done in the year."
category_zh = "节点"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = """
record.step <> '申报'
and record.done_on >= spine.start_date
and record.done_on <= spine.counted_on
"""
measure = "sum(record.done_on - record.started_on)"
rows_category = "record.step"
*/
select
    ref_area,
    cast(year(done_on) as varchar) as time_period,
    step as category,
    case step
        when '申报' then 1
        when '立项' then 2
        when '签约' then 3
        when '中期' then 4
        when '结项' then 5
        else 6
    end as category_position,
    '_T' as series,
    1 as series_position,
    sum(done_on - started_on) as numerator,
    count(*) as denominator
from mart.project_step_point
where
    step <> '申报'
    and done_on is not null
group by ref_area, year(done_on), step
