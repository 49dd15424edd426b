/*
name_zh = "结婚登记预约率"
name_en = "Couples with a booking"
theme = "marriage"
unit_measure = "per cent of couples married"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["marriages"]
reviewed = 2026-11-22

definition_zh = "当月结婚登记的新人中，预约了再来的所占比重。"
definition_en = "Of the couples married in the month, the share that had booked."
caveats_zh = "预约而没有来的不在其中。"

# Which records make the numerator of an area and period
rows = "record.registered_on between spine.start_date and spine.counted_on"
measure = "sum(record.booked)"
*/
select
    ref_area,
    time_period,
    booked as numerator,
    couples as denominator
from mart.marriage_month
where area_level = 'township'
