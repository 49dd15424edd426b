/*
name_zh = "自评高出复核的分数"
name_en = "Self-assessed above reviewed score"
theme = "organization_quality"
unit_measure = "points per organization reviewed"
unit_zh = "分"
per = 1
decimals = 1
freq = "A"
kind = "stock"
polarity = "neutral"
chance = "none"
extracts = ["organization_effectiveness"]
reviewed = 2026-11-22

definition_zh = "已复核的社区社会组织，自评分与复核分之差的平均数，正数是自评偏高。"
definition_en = "Mean of self-assessed less reviewed score over the organizations reviewed."

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.reviewed_score is not null
"""
measure = "sum(record.self_score - record.reviewed_score)"
*/
select
    ref_area,
    time_period,
    self_score - reviewed_score as numerator,
    reviewed as denominator
from mart.organization_effectiveness_year
