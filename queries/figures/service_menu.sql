/*
name_zh = "“10+N”服务清单"
name_en = "Orders by service on the menu"
theme = "visits"
kind = "bars"
unit_zh = "单"
freq = "M"
rollup = "none"
extracts = ["service_orders"]
reviewed = 2026-11-22

definition_zh = "当月服务单数，按服务清单的各项分，前10项为基础，其余为增选。"
definition_en = "Orders in the month by service on the menu: ten basic ones, then extras."
category_zh = "服务项目"
series_zh = "合计"
caveats_zh = "清单为本地配置。只出全市数：分到镇街道，多数项目不足10单。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.orders)"
rows_category = "record.service_type"
*/
with

service as (
    select
        service_type,
        position
    from (
        values
        ('助餐', 1),
        ('助浴', 2),
        ('助洁', 3),
        ('助医', 4),
        ('助行', 5),
        ('代办', 6),
        ('康复护理', 7),
        ('心理慰藉', 8),
        ('学业辅导', 9),
        ('就业指导', 10),
        ('理发', 11),
        ('家电维修', 12),
        ('节日陪伴', 13)
    ) as listed (service_type, position)
),

county_month as (
    select
        ref_area,
        time_period
    from mart.service_month
    where area_level = 'county'
),

counted as (
    select
        time_period,
        service_type,
        sum(orders) as orders
    from mart.service_type_month
    group by time_period, service_type
)

-- the county alone: in a township most services are too few to be shown
select
    county_month.ref_area,
    county_month.time_period,
    service.service_type as category,
    service.position as category_position,
    '_T' as series,
    1 as series_position,
    coalesce(counted.orders, 0) as numerator
from county_month
cross join service
left join counted
    on county_month.time_period = counted.time_period
    and service.service_type = counted.service_type
