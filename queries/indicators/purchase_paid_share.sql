/*
name_zh = "购买服务合同支付率"
name_en = "Share of contract value paid"
theme = "visits"
unit_measure = "percent of contract value"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["aid_purchases"]
reviewed = 2026-11-22

definition_zh = "年内签订的购买救助服务合同，到数据截止日已支付的占合同金额的比重。"
definition_en = "Of the value of contracts signed in the year, the share paid by the day the data reach."
caveats_zh = "当年签订的多数还在服务期内，支付率低是常情，宜看上一年。没有合同的镇街道没有支付率。"

# Which records make the numerator of an area and period
rows = """
record.signed_on >= spine.start_date
and record.signed_on <= spine.counted_on
"""
measure = "sum(record.paid)"
*/
with

township_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'aid_purchases'
    group by ref_area, year
)

select
    township_year.ref_area,
    cast(township_year.year as varchar) as time_period,
    coalesce(sum(purchase.paid), 0) as numerator,
    coalesce(sum(purchase.budget), 0) as denominator
from township_year
left join mart.purchase_contract as purchase
    on township_year.ref_area = purchase.ref_area
    and township_year.year = purchase.year
group by township_year.ref_area, township_year.year
