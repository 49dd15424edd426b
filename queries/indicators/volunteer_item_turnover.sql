/*
name_zh = "公益仓物品出库率"
name_en = "Goods handed out by charity stores"
theme = "volunteers"
unit_measure = "per cent of items taken in"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "neutral"
chance = "none"
extracts = ["volunteer_returns"]
reviewed = 2026-11-22

definition_zh = "当月公益仓出库的物品件数与入库件数之比。"
definition_en = "Items handed out by charity stores in the month relative to items taken in."
caveats_zh = "出库的可以是以前入库的物品，个别月份会超过100%。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.items_out)"
*/
select
    ref_area,
    time_period,
    items_out as numerator,
    items_in as denominator
from mart.volunteer_month
