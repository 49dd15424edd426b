/*
name_zh = "每千人口托位数"
name_en = "Nursery places per 1,000 residents"
theme = "children"
unit_measure = "places per 1,000 residents"
unit_zh = "个／千人"
per = 1000
decimals = 2
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["nurseries"]
reviewed = 2026-11-22

definition_zh = "月末托位数与当年人口之比，按每千人计。"
definition_en = "Nursery places at the end of the month per 1,000 residents of that year."
caveats_zh = "人口为演示数据，只到年份；没有3岁以下人口，所以按全部人口计。"

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
measure = "sum(record.places)"
*/
select
    nursery_month.ref_area,
    nursery_month.time_period,
    sum(nursery_month.places) as numerator,
    max(resident_month.persons) as denominator
from mart.nursery_month
-- without a population figure the rate is unknown
inner join mart.resident_month
    on nursery_month.ref_area = resident_month.ref_area
    and nursery_month.time_period = resident_month.time_period
group by nursery_month.ref_area, nursery_month.time_period
