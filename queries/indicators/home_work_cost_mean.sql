/*
name_zh = "改造户均费用"
name_en = "Mean cost of a home improved"
theme = "livelihoods"
unit_measure = "yuan per home"
unit_zh = "元／户"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
chance = "none"
extracts = ["home_works"]
reviewed = 2026-11-22

definition_zh = "年内完工的改造，费用之和除以户数。"
definition_en = "Cost of the homes finished in the year, per home."
caveats_zh = "暖巢行动和适老化改造合计，两者费用相差较大，随构成变化。"

# Which records make the numerator of an area and period
rows = """
record.finished_on >= spine.start_date
and record.finished_on <= spine.counted_on
"""
measure = "sum(record.cost)"
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
    coalesce(sum(home.cost), 0) as numerator,
    count(home.cost) as denominator
from township_year
left join mart.home_work_case as home
    on township_year.ref_area = home.ref_area
    and township_year.year = home.finished_year
group by township_year.ref_area, township_year.year
