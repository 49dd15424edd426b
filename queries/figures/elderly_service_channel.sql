/*
name_zh = "工单的来源渠道"
name_en = "Orders by channel"
theme = "smart_care"
kind = "mix"
unit_zh = "单"
freq = "M"
extracts = ["elderly_services"]
reviewed = 2026-11-22

definition_zh = "当月受理的为老服务工单，按967123热线、96345热线、智慧养老平台分。"
definition_en = "Orders taken in the month, by the lines 967123 and 96345 and the platform."
category_zh = "渠道"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.orders)"
rows_category = "record.channel"
*/
select
    ref_area,
    time_period,
    channel as category,
    case channel
        when '智慧养老平台' then 1
        when '96345热线' then 2
        else 3
    end as category_position,
    '_T' as series,
    1 as series_position,
    sum(orders) as numerator
from mart.elderly_service_month
group by ref_area, time_period, channel
