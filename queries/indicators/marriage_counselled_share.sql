/*
name_zh = "婚前辅导参与率"
name_en = "Couples counselled before marriage"
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

definition_zh = "当月结婚登记的新人中，接受了婚前辅导的所占比重。"
definition_en = "Of the couples married in the month, the share counselled beforehand."

# Which records make the numerator of an area and period
rows = "record.registered_on between spine.start_date and spine.counted_on"
measure = "sum(record.counselled)"
*/
select
    ref_area,
    time_period,
    counselled as numerator,
    couples as denominator
from mart.marriage_month
where area_level = 'township'
