/*
name_zh = "评估平均得分率"
name_en = "Mean score of assessed community organizations"
theme = "organization_quality"
unit_measure = "per cent of the full score"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["organization_scores"]
reviewed = 2026-11-22

definition_zh = "当年参加评估的社区社会组织，各项内容得分合计占满分合计的比重。"
definition_en = "Scores on all items of the year as a share of the full scores."
caveats_zh = "少打一项的，该项得分和满分都不计。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.score)"
*/
select
    ref_area,
    time_period,
    score as numerator,
    full_score as denominator
from mart.organization_score_year
where area_level = 'township'
