/*
name_zh = "低分组织占比"
name_en = "Organizations rated low"
theme = "organization_quality"
unit_measure = "per cent of organizations with 10 ratings or more"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "lower_is_better"
chance = "share"
extracts = ["organization_ratings"]
reviewed = 2026-11-22

definition_zh = "当月评价满10人次的社区社会组织中，平均分低于3.5分的家数占比。"
definition_en = "Organizations with a mean below 3.5, as a share of those with at least 10 ratings in the month."
caveats_zh = "评价不满10人次的不计，10人次和3.5分为本地配置。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.rated >= 10
and record.score_sum < 3.5 * record.rated
"""
*/
select
    ref_area,
    time_period,
    low as numerator,
    enough as denominator
from mart.organization_rating_month
