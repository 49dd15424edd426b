/*
name_zh = "购买服务的类别"
name_en = "Contracts by kind of service"
theme = "visits"
kind = "bars"
unit_zh = "元"
freq = "A"
extracts = ["aid_purchases"]
reviewed = 2026-11-22

definition_zh = "年内签订的购买救助服务合同，按服务类别分的合同金额和已支付金额。"
definition_en = "Contracts signed in the year by kind of service: value, and what is paid of it."
category_zh = "服务类别"
series_zh = "金额"

# Which records make the numerator of an area and period
rows = """
record.signed_on >= spine.start_date
and record.signed_on <= spine.counted_on
"""
measure = "sum(case heading.of.series when '已支付' then record.paid else record.budget end)"
rows_category = "record.service_type"
rows_series = "['合同金额', '已支付']"
*/
with

township_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'aid_purchases'
    group by ref_area, year
),

kind as (
    select
        service_type,
        position,
        series,
        series_position
    from (
        values
        ('探访照料', 1),
        ('心理慰藉', 2),
        ('康复护理', 3),
        ('就业帮扶', 4),
        ('儿童关爱', 5),
        ('能力培训', 6)
    ) as listed (service_type, position)
    cross join (values ('合同金额', 1), ('已支付', 2)) as amount (series, series_position)
)

select
    township_year.ref_area,
    cast(township_year.year as varchar) as time_period,
    kind.service_type as category,
    kind.position as category_position,
    kind.series,
    kind.series_position,
    coalesce(
        sum(case kind.series when '已支付' then purchase.paid else purchase.budget end), 0
    ) as numerator
from township_year
cross join kind
left join mart.purchase_contract as purchase
    on township_year.ref_area = purchase.ref_area
    and township_year.year = purchase.year
    and kind.service_type = purchase.service_type
group by
    township_year.ref_area,
    township_year.year,
    kind.service_type,
    kind.position,
    kind.series,
    kind.series_position
