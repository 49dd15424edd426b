/*
name_zh = "各类设备的安装率"
name_en = "Care devices installed, as a share of those due"
theme = "smart_care"
kind = "bars"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
extracts = ["care_devices"]
reviewed = 2026-11-22

definition_zh = "月末照料中心智慧终端、孤寡老人看护设备、亲属端各自已装（绑定）的占应装的比重。"
definition_en = "Smart terminals, guard devices and bound relatives at the end of the month, each as a share of those due."
category_zh = "设备类别"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.installed)"
rows_category = "record.kind"
*/
select
    ref_area,
    time_period,
    kind as category,
    case kind
        when '照料中心智慧终端' then 1
        when '孤寡老人看护设备' then 2
        else 3
    end as category_position,
    '_T' as series,
    1 as series_position,
    installed as numerator,
    eligible as denominator
from mart.care_device_month
