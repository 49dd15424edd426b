/*
name_zh = "政府购买救助服务金额"
name_en = "Assistance services bought"
theme = "visits"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
extracts = ["aid_purchases"]
reviewed = 2026-11-22

definition_zh = "年内签订的政府购买救助服务合同金额。"
definition_en = "Value of contracts for assistance services signed in the year."
caveats_zh = "按签订年份计，跨年服务的不分摊。2024年计到8月。"

# Which records make the numerator of an area and period
rows = """
record.signed_on >= spine.start_date
and record.signed_on <= spine.counted_on
"""
measure = "sum(record.budget)"
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
    coalesce(sum(purchase.budget), 0) as numerator
from township_year
left join mart.purchase_contract as purchase
    on township_year.ref_area = purchase.ref_area
    and township_year.year = purchase.year
group by township_year.ref_area, township_year.year
