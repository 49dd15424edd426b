/*
name_zh = "检查完成率"
name_en = "Checks done of those planned"
theme = "organization_quality"
unit_measure = "per cent of checks planned"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["organization_checks"]
reviewed = 2026-11-22

definition_zh = "本年计划日期已到的检查中，期末已经检查的占比，含年度检查、专项整治、清廉检查和规范化运作核查。"
definition_en = "Checks done, as a share of those planned from January to the end of the month."
caveats_zh = "年初没有计划的月份没有完成率。向社区党组织报到另计。"

# Which records make the numerator of an area and period
rows = """
record.kind <> '党组织报到'
and record.planned_on >= make_date(spine.year, 1, 1)
and record.planned_on <= spine.counted_on
and record.checked_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    done as numerator,
    planned as denominator
from mart.organization_check_month
