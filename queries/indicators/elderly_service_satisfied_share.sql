/*
name_zh = "服务满意率"
name_en = "Share of rated orders that satisfied"
theme = "smart_care"
unit_measure = "percent of orders rated"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["elderly_services"]
reviewed = 2026-11-22

definition_zh = "当月办结工单的回访评价中，满意和基本满意的比重；分母是评价数。"
definition_en = "Of the completed orders that were rated in the month, the share rated satisfied."
caveats_zh = "没有评价的不计入；评价数少的镇街道，满意率起落大。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.satisfied)"
*/
select
    ref_area,
    time_period,
    sum(satisfied) as numerator,
    sum(rated) as denominator
from mart.elderly_service_month
group by ref_area, time_period
