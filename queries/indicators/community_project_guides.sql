/*
name_zh = "用到的服务指南"
name_en = "Service guides in use"
theme = "community_projects"
unit_measure = "guides"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
rollup = "none"
extracts = ["community_projects"]
reviewed = 2026-11-22

definition_zh = "当年立项的“幸福来敲门”项目所依的服务指南个数，全市与镇街道各自去重。"
definition_en = "Distinct service guides followed by projects approved in the year; the county counts each once."
caveats_zh = "公布的“十大服务指南”没有列名，此处只有序号。"

# Which records make the numerator of an area and period
rows = """
record.approved_on >= spine.start_date
and record.approved_on <= spine.counted_on
"""
measure = "count(distinct record.guide_no)"
*/
select
    ref_area,
    time_period,
    guides as numerator
from mart.community_project_year
