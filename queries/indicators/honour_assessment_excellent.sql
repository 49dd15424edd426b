/*
name_zh = "考核第一和优秀次数"
name_en = "Assessments come out first or excellent"
theme = "honours"
unit_measure = "assessments"
unit_zh = "次"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "higher_is_better"
category_zh = "级别"
extracts = ["honours"]
reviewed = 2026-11-22

definition_zh = "2021年度以来，嘉兴考核得第一、全省考核得优秀的累计次数，按级别分。"
definition_en = "Assessments since 2021 in which Pinghu came out first in Jiaxing or excellent in the province, by level."
caveats_zh = "各年都得的，次数就是连续的年数。市级部门获得的计入其办公所在的当湖街道，镇街道之间不宜比较。"

# Which records make the numerator of an area and period
rows = """
record.year <= spine.year
and record.is_excellent
"""
rows_category = "record.level"
*/
select
    ref_area,
    time_period,
    level as category,
    sum(excellent_so_far) as numerator
from mart.honour_year
where kind = '考核'
group by ref_area, time_period, level
