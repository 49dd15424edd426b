/*
name_zh = "为老服务热线来电"
name_en = "Calls to the elderly service hotlines"
theme = "smart_care"
unit_measure = "calls"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["elderly_services"]
reviewed = 2026-11-22

definition_zh = "当月967123和96345两条热线呼入的为老服务电话。"
definition_en = "Calls for elderly services to the lines 967123 and 96345 in the month."
caveats_zh = "来电多可能是知晓度高，也可能是难处多，不宜单独评价。镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.calls)"
*/
select
    ref_area,
    time_period,
    sum(calls) as numerator
from mart.elderly_service_month
group by ref_area, time_period
