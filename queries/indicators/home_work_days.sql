/*
name_zh = "改造平均办理天数"
name_en = "Mean days from application to finish"
theme = "livelihoods"
unit_measure = "days per home"
unit_zh = "天"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "lower_is_better"
chance = "none"
extracts = ["home_works"]
reviewed = 2026-11-22

definition_zh = "年内完工的改造，从申请到完工的天数之和除以户数。"
definition_en = "Days from application to finish of the homes finished in the year, per home."
caveats_zh = "含审批和等待开工的时间。当年没有完工的镇街道没有天数。"

# Which records make the numerator of an area and period
rows = """
record.finished_on >= spine.start_date
and record.finished_on <= spine.counted_on
"""
measure = "sum(record.finished_on - record.applied_on)"
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
    coalesce(sum(home.days), 0) as numerator,
    count(home.days) as denominator
from township_year
left join mart.home_work_case as home
    on township_year.ref_area = home.ref_area
    and township_year.year = home.finished_year
group by township_year.ref_area, township_year.year
