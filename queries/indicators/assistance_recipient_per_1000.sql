/*
name_zh = "每千人救助领取人数"
name_en = "Assistance recipients per 1,000 residents"
theme = "assistance"
unit_measure = "persons per 1,000 residents"
unit_zh = "人／千人"
per = 1000
decimals = 1
freq = "M"
kind = "flow"
polarity = "neutral"
chance = "rate"
rollup = "none"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当月救助领取人数与当年常住人口之比，按每千人计。"
definition_en = "Persons paid by any programme in the month, per 1,000 residents in that year."
caveats_zh = "人口为演示数据，只到年份。同一人在多个镇街道或多个项目领取的，在全市只计一次，因此全市数可能小于各镇街道之和。只计状态为“已发放”的记录，退回和待发放的不计入；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '已发放'
"""
measure = "count(distinct record.person)"
*/
with

recipient as (
    select
        ref_area,
        area_level,
        time_period,
        recipients as persons
    from mart.assistance_month
    where programme = '_T'
),

township_resident as (
    select
        recipient.ref_area,
        recipient.time_period,
        resident_month.persons as residents
    from recipient
    -- without a population figure the rate is unknown
    inner join mart.resident_month
        on recipient.ref_area = resident_month.ref_area
        and recipient.time_period = resident_month.time_period
    where recipient.area_level = 'township'
),

resident as (
    select
        ref_area,
        time_period,
        residents
    from township_resident
    union all
    -- the county's residents are those of the townships that reported: both sides cover the same places
    select
        county.ref_area,
        township_resident.time_period,
        sum(township_resident.residents) as residents
    from township_resident
    cross join reference.county
    group by county.ref_area, township_resident.time_period
)

select
    recipient.ref_area,
    recipient.time_period,
    recipient.persons as numerator,
    resident.residents as denominator
from recipient
inner join resident
    on recipient.ref_area = resident.ref_area
    and recipient.time_period = resident.time_period
