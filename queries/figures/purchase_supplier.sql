/*
name_zh = "各承接单位的合同"
name_en = "Contracts by supplier"
theme = "visits"
kind = "bars"
unit_zh = "份"
freq = "A"
extracts = ["aid_purchases"]
reviewed = 2026-11-22

definition_zh = "年内签订的购买救助服务合同份数，按承接单位分。"
definition_en = "Contracts signed in the year by supplier."
category_zh = "承接单位"
series_zh = "合计"
caveats_zh = "按历年合同金额从大到小排。"

# Which records make the numerator of an area and period
rows = """
record.signed_on >= spine.start_date
and record.signed_on <= spine.counted_on
"""
rows_category = "record.supplier"
*/
with

supplier as (
    select
        supplier,
        row_number() over (order by sum(budget) desc, supplier) as position
    from mart.purchase_contract
    group by supplier
),

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
    supplier.supplier as category,
    supplier.position as category_position,
    '_T' as series,
    1 as series_position,
    count(purchase.supplier) as numerator
from township_year
cross join supplier
left join mart.purchase_contract as purchase
    on township_year.ref_area = purchase.ref_area
    and township_year.year = purchase.year
    and supplier.supplier = purchase.supplier
group by township_year.ref_area, township_year.year, supplier.supplier, supplier.position
