/*
name_zh      = "持证社工年增长率"
name_en      = "Yearly growth of certified social workers"
theme        = "social_workers"
unit_measure = "per cent of the stock a year before"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "A"
kind         = "flow"
polarity     = "higher_is_better"
chance       = "rate"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "当年新增持证社工数与上年末持证社工数之比。"
definition_en = "Persons newly certified in the year relative to the certified at the end of the year before."
caveats_zh    = "名册不记转出和注销，增长只由新增带来。"

# Which records make the numerator of an area and period
rows = """
record.certified_on >= spine.start_date
and record.certified_on <= spine.counted_on
"""
*/
with

worker_year as (
    select
        ref_area,
        year,
        sum(new_certified) as new_certified
    from mart.social_worker_month
    group by ref_area, year
),

stock_before as (
    select
        ref_area,
        year + 1 as year,
        certified
    from mart.social_worker_month
    where month_start = make_date(year, 12, 1)
)

select
    worker_year.ref_area,
    cast(worker_year.year as varchar) as time_period,
    worker_year.new_certified as numerator,
    stock_before.certified as denominator
from worker_year
inner join stock_before
    on worker_year.ref_area = stock_before.ref_area
    and worker_year.year = stock_before.year
