/*
name_zh = "每千名老年人家庭养老床位"
name_en = "Home care beds per 1,000 older persons"
theme = "care_facilities"
unit_measure = "home care beds per 1,000 persons aged 60 and over"
unit_zh = "张／千人"
per = 1000
decimals = 2
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "rate"
extracts = ["home_care_beds"]
reviewed = 2026-11-22

definition_zh = "月末在用的家庭养老床位与当年60岁及以上人口之比，按每千人计。"
definition_en = "Home care beds in use at the end of the month per 1,000 residents aged 60 and over in that year."
caveats_zh = "人口为演示数据，只到年份，一年之内不变。"

# Which records make the numerator of an area and period
rows = """
record.built_on <= spine.counted_on
and (record.ended_on is null or record.ended_on > spine.counted_on)
"""
*/
select
    home_care_bed_month.ref_area,
    home_care_bed_month.time_period,
    home_care_bed_month.in_use as numerator,
    resident_month.persons_60 as denominator
from mart.home_care_bed_month
-- without a population figure the rate is unknown
inner join mart.resident_month
    on home_care_bed_month.ref_area = resident_month.ref_area
    and home_care_bed_month.time_period = resident_month.time_period
