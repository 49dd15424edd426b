/*
name_zh = "“物质+服务”帮扶"
name_en = "Help by money, by services, by both"
theme = "visits"
kind = "bars"
unit_zh = "户"
freq = "M"
extracts = ["assistance_profiles", "service_orders", "assistance_payments"]
reviewed = 2026-11-22

definition_zh = "当月在册低收入家庭，按领到救助金、得到服务的情况分。"
definition_en = "Households on the register in the month by whether they were paid and served."
category_zh = "帮扶方式"
series_zh = "合计"
caveats_zh = "救助金指社会救助发放明细里状态为“已发放”的任一项；低保边缘和其他低收入家庭多数不按月领救助金。从2023年7月起。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.month >= (select min(first.month) from staging.service_orders as first)
"""
rows_category = """
case
    when exists (
            select 1
            from staging.assistance_payments as paid
            where
                paid.household = record.household
                and paid.month = record.month
                and paid.status = '已发放'
        )
        and exists (
            select 1
            from staging.service_orders as served
            where served.household = record.household and served.month = record.month
        )
        then '物质+服务'
    when exists (
            select 1
            from staging.assistance_payments as paid
            where
                paid.household = record.household
                and paid.month = record.month
                and paid.status = '已发放'
        )
        then '只有物质'
    when exists (
            select 1
            from staging.service_orders as served
            where served.household = record.household and served.month = record.month
        )
        then '只有服务'
    else '当月都没有'
end
"""
*/
with

township_month as (
    select
        ref_area,
        time_period
    from mart.profile_help_month
    group by ref_area, time_period
),

kind as (
    select
        help,
        position
    from (
        values
        ('物质+服务', 1),
        ('只有物质', 2),
        ('只有服务', 3),
        ('当月都没有', 4)
    ) as listed (help, position)
),

counted as (
    select
        ref_area,
        time_period,
        help,
        count(*) as households
    from mart.profile_help_month
    group by ref_area, time_period, help
)

select
    township_month.ref_area,
    township_month.time_period,
    kind.help as category,
    kind.position as category_position,
    '_T' as series,
    1 as series_position,
    coalesce(counted.households, 0) as numerator
from township_month
cross join kind
left join counted
    on township_month.ref_area = counted.ref_area
    and township_month.time_period = counted.time_period
    and kind.help = counted.help
