/*
name_zh = "结婚登记"
name_en = "Couples married"
theme = "marriage"
unit_measure = "couples"
unit_zh = "对"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["marriages"]
reviewed = 2026-11-22

definition_zh = "当月办理结婚登记的新人对数。"
definition_en = "Couples that registered their marriage in the month."
caveats_zh = "按居住的镇街道计，都不在本市居住的计入登记中心所在的当湖街道。"

# Which records make the numerator of an area and period
rows = "record.registered_on between spine.start_date and spine.counted_on"
measure = "sum(record.couples)"
*/
select
    ref_area,
    time_period,
    couples as numerator
from mart.marriage_month
where area_level = 'township'
