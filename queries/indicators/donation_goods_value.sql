/*
name_zh = "捐赠物资折价"
name_en = "Value of goods donated"
theme = "charity_funds"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
extracts = ["donations"]
reviewed = 2026-11-22

definition_zh = "当月收到的捐赠物资，按市价折算的金额。"
definition_en = "Value of the goods donated in the month, in yuan."
caveats_zh = "折价由接收单位估定。镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.goods_value)"
*/
select
    ref_area,
    time_period,
    sum(goods_value) as numerator
from mart.donation_month
group by ref_area, time_period
