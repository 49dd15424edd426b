/*
name_zh = "购买服务绩效均分"
name_en = "Mean evaluation score of contracts"
theme = "visits"
unit_measure = "points per contract evaluated"
unit_zh = "分"
per = 1
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "none"
extracts = ["aid_purchases"]
reviewed = 2026-11-22

definition_zh = "年内签订、已评价的购买救助服务合同的平均得分。"
definition_en = "Mean evaluation score of the contracts signed in the year that were evaluated."
caveats_zh = "每份合同同等计，不按金额加权。没有评价的镇街道没有均分。"

# Which records make the numerator of an area and period
rows = """
record.signed_on >= spine.start_date
and record.signed_on <= spine.counted_on
and record.score is not null
"""
measure = "sum(record.score)"
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
    coalesce(sum(purchase.score), 0) as numerator,
    count(purchase.score) as denominator
from township_year
left join mart.purchase_contract as purchase
    on township_year.ref_area = purchase.ref_area
    and township_year.year = purchase.year
group by township_year.ref_area, township_year.year
