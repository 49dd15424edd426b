/*
name_zh = "社工考试通过率"
name_en = "Candidates who passed"
theme = "training"
unit_measure = "per cent of candidates who sat"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["exam_years"]
reviewed = 2026-11-22

definition_zh = "当年考试通过的人数占参考人数的比重。"
definition_en = "Candidates who passed as a share of those who sat."
caveats_zh = "通过的含已有初级证书的人升中级，所以多于当年新增持证社工。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.passed)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    passed as numerator,
    sat as denominator
from mart.exam_year
