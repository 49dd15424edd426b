/*
name_zh = "从求职到稳岗"
name_en = "From job seekers to those still in post"
theme = "livelihoods"
kind = "funnel"
unit_zh = "人"
freq = "A"
extracts = ["job_fairs"]
reviewed = 2026-11-22

definition_zh = "年内已满三个月的困难家庭专场招聘会，到场求职、达成就业、三个月后仍在岗的人数。"
definition_en = "Of job fairs of the year three months ago or longer: those who came, were hired, and are still in post."
category_zh = "进程"
series_zh = "合计"
caveats_zh = "未满三个月的场次不计。"

# Which records make the numerator of an area and period
rows = """
record.held_on >= spine.start_date
and record.held_on <= spine.counted_on
and record.retained is not null
"""
measure = """
sum(case heading.of.category
    when '到场求职' then record.attendees
    when '达成就业' then record.hired
    else record.retained
end)
"""
rows_category = "['到场求职', '达成就业', '三个月后在岗']"
*/
select
    job_fair_month.ref_area,
    cast(job_fair_month.year as varchar) as time_period,
    step.category,
    step.position as category_position,
    '_T' as series,
    1 as series_position,
    sum(case step.category
        when '到场求职' then job_fair_month.known_attendees
        when '达成就业' then job_fair_month.known_hired
        else job_fair_month.retained
    end) as numerator
from mart.job_fair_month
cross join (
    values
    ('到场求职', 1),
    ('达成就业', 2),
    ('三个月后在岗', 3)
) as step (category, position)
group by job_fair_month.ref_area, job_fair_month.year, step.category, step.position
