/*
name_zh = "离婚登记"
name_en = "Couples divorced"
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

definition_zh = "当月办结离婚登记的对数，过了冷静期的才计。"
definition_en = "Couples whose divorce was registered in the month, after the cooling-off period."
caveats_zh = "法院判决离婚的不在登记里。"

# Which records make the numerator of an area and period
rows = "record.registered_on between spine.start_date and spine.counted_on"
measure = "sum(record.divorces)"
*/
select
    ref_area,
    time_period,
    divorces as numerator
from mart.marriage_month
where area_level = 'township'
