/*
name_zh      = "居民会客厅平均建设工期"
name_en      = "Mean days to build a resident lounge"
theme        = "resident_lounges"
unit_measure = "days per lounge built in the year"
unit_zh      = "天"
per          = 1
decimals     = 0
freq         = "A"
kind         = "flow"
polarity     = "lower_is_better"
chance       = "none"
extracts     = ["resident_lounges"]
reviewed     = 2026-11-01

definition_zh = "当年建成的居民会客厅从开工到建成的天数之和，除以当年建成个数。"
definition_en = "Days from start to completion of lounges built in the year, divided by their number."
caveats_zh    = "当年没有建成的镇街道没有工期。"

# Which records make the numerator of an area and period
rows = """
record.built_on >= spine.start_date
and record.built_on <= spine.counted_on
"""
measure = "sum(record.built_on - record.started_on)"
*/
with

built_lounge as (
    select
        resident_lounge_point.ref_area,
        year(resident_lounge_point.built_on) as year,
        resident_lounge_point.built_on - resident_lounge_point.started_on as days
    from mart.resident_lounge_point
    inner join reference.extract as extract on extract.extract = 'resident_lounges'
    where
        resident_lounge_point.stage = '建成'
        and date_trunc('year', resident_lounge_point.built_on) >= extract.history_from
),

building_year as (
    select distinct year
    from built_lounge
),

-- every township in every year in which any lounge was built
township_year as (
    select
        township.ref_area,
        building_year.year
    from reference.township
    cross join building_year
    where township.in_scope
)

select
    township_year.ref_area,
    cast(township_year.year as varchar) as time_period,
    coalesce(sum(built_lounge.days), 0) as numerator,
    count(built_lounge.days) as denominator  -- zero where nothing was built: no mean, not unknown
from township_year
left join built_lounge
    on township_year.ref_area = built_lounge.ref_area
    and township_year.year = built_lounge.year
group by township_year.ref_area, township_year.year
