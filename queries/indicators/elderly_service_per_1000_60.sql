/*
name_zh = "每千名老年人服务人次"
name_en = "Elderly services per 1,000 older persons"
theme = "smart_care"
unit_measure = "person-times per 1,000 persons aged 60 and over"
unit_zh = "人次／千人"
per = 1000
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["elderly_services"]
reviewed = 2026-11-22

definition_zh = "当月为老服务人次与当年60岁及以上人口之比，按每千人计。"
definition_en = "Person-times served in the month per 1,000 residents aged 60 and over in that year."
caveats_zh = "人口为演示数据，只到年份，一年之内不变。镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.person_times)"
*/
select
    elderly_service_month.ref_area,
    elderly_service_month.time_period,
    sum(elderly_service_month.person_times) as numerator,
    max(resident_month.persons_60) as denominator
from mart.elderly_service_month
-- without a population figure the rate is unknown
inner join mart.resident_month
    on elderly_service_month.ref_area = resident_month.ref_area
    and elderly_service_month.time_period = resident_month.time_period
group by elderly_service_month.ref_area, elderly_service_month.time_period
