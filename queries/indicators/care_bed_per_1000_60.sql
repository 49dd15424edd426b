/*
name_zh = "每千名老年人养老床位"
name_en = "Care beds per 1,000 older persons"
theme = "care_facilities"
unit_measure = "beds per 1,000 persons aged 60 and over"
unit_zh = "张／千人"
per = 1000
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["care_facilities"]
reviewed = 2026-11-22

definition_zh = "月末开放养老床位与当年60岁及以上人口之比，按每千人计。"
definition_en = "Care beds open at the end of the month per 1,000 residents aged 60 and over in that year."
caveats_zh = "人口为演示数据，只到年份，一年之内不变。不含家庭养老床位。"

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
measure = "sum(record.beds)"
*/
select
    care_facility_month.ref_area,
    care_facility_month.time_period,
    sum(care_facility_month.open_beds) as numerator,
    max(resident_month.persons_60) as denominator
from mart.care_facility_month
-- without a population figure the rate is unknown
inner join mart.resident_month
    on care_facility_month.ref_area = resident_month.ref_area
    and care_facility_month.time_period = resident_month.time_period
group by care_facility_month.ref_area, care_facility_month.time_period
