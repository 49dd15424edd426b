/*
name_zh = "儿童探访完成率"
name_en = "Share of due visits to children made"
theme = "children"
unit_measure = "percent of visits due"
unit_zh = "%"
per = 100
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["children_returns"]
reviewed = 2026-11-22

definition_zh = "当月按规定应当探访困境和留守儿童的次数中，已探访并留有记录的比重。"
definition_en = "Of the visits due to children in difficulty or left behind in the month, the share made and recorded."

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.visits_done)"
*/
select
    ref_area,
    time_period,
    visits_done as numerator,
    visits_due as denominator
from mart.children_month
