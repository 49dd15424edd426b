/*
name_zh = "矛盾纠纷类型"
name_en = "Disputes by cause"
theme = "governance"
kind = "bars"
unit_zh = "件"
freq = "A"
extracts = ["mediations"]
reviewed = 2026-11-22

definition_zh = "当年受理的矛盾纠纷数，按类型分。"
definition_en = "Disputes taken up in the year, by cause."
category_zh = "纠纷类型"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = "year(record.opened_on) = spine.year"
rows_category = "record.cause"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    cause as category,
    case cause
        when '邻里' then 1
        when '婚姻家庭' then 2
        when '物业' then 3
        when '宅基地与土地' then 4
        when '劳动报酬' then 5
        when '损害赔偿' then 6
        else 7
    end as category_position,
    '_T' as series,
    1 as series_position,
    opened as numerator
from mart.mediation_cause_year
