/*
name_zh = "每千人社区志愿者"
name_en = "Registered volunteers per 1,000 residents"
theme = "volunteers"
unit_measure = "persons per 1,000 residents"
unit_zh = "人／千人"
per = 1000
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "rate"
extracts = ["volunteer_returns"]
reviewed = 2026-11-22

definition_zh = "月末在册的社区志愿者数与常住人口之比，按每千人计。"
definition_en = "Registered volunteers per 1,000 residents."
caveats_zh = "常住人口取当年数；当年没有数的，沿用此前最近一年。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.registered)"
*/
select
    volunteer_month.ref_area,
    volunteer_month.time_period,
    volunteer_month.registered as numerator,
    resident_month.persons as denominator
from mart.volunteer_month
inner join mart.resident_month
    on volunteer_month.ref_area = resident_month.ref_area
    and volunteer_month.time_period = resident_month.time_period
