/*
name_zh = "共富十助帮扶人次"
name_en = "Persons helped by the ten aids"
theme = "livelihoods"
unit_measure = "cases"
unit_zh = "人次"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
category_zh = "助项"
extracts = ["income_aids"]
reviewed = 2026-11-22

definition_zh = "当年共富十助的帮扶人次，按助项分。"
definition_en = "Cases of help under the ten aids in the year, by aid."
caveats_zh = "助项的名称为本地配置。同一人受助几次的，计几人次。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.persons)"
rows_category = "(select item.name_zh from reference.aid_item as item where item.aid = record.aid)"
*/
select
    ref_area,
    time_period,
    name_zh as category,
    persons as numerator
from mart.income_aid_year
