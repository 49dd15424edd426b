/*
name_zh = "本年改造完工户数"
name_en = "Homes finished this year"
theme = "livelihoods"
unit_measure = "homes"
unit_zh = "户"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
category_zh = "改造项目"
extracts = ["home_works"]
reviewed = 2026-11-22

definition_zh = "本年1月起至期末完工的暖巢行动和适老化改造户数。"
definition_en = "Homes improved from January to the end of the month."
caveats_zh = "年初起累计。"

# Which records make the numerator of an area and period
rows = """
record.finished_on >= spine.start_date
and record.finished_on <= spine.counted_on
"""
rows_category = "record.kind"
*/
with

kind as (
    select kind
    from mart.home_work_case
    group by kind
)

select
    township_month.ref_area,
    township_month.time_period,
    kind.kind as category,
    count(home.kind) as numerator
from reference.extract_month as township_month
cross join kind
left join mart.home_work_case as home
    on township_month.ref_area = home.ref_area
    and kind.kind = home.kind
    and home.finished_on >= township_month.month_start
    and home.finished_on <= township_month.counted_on
where township_month.extract = 'home_works'
group by township_month.ref_area, township_month.time_period, kind.kind
