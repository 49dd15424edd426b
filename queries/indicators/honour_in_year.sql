/*
name_zh = "考核荣誉"
name_en = "Honours of the year"
theme = "honours"
unit_measure = "honours"
unit_zh = "项"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
category_zh = "级别"
extracts = ["honours"]
reviewed = 2026-11-22

definition_zh = "属于当年工作的考核结果、批示、会议交流、评选、试点和实验区，按授予的级别分。"
definition_en = "Assessment results, endorsements, talks, awards and pilots of the year, by the level that gave them."
caveats_zh = "市级部门获得的计入其办公所在的当湖街道，镇街道之间不宜比较。考核次年公布的仍计在被考核的年度。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.kind not in ('政策文件', '监督调研', '区域合作')
"""
rows_category = "record.level"
*/
select
    ref_area,
    time_period,
    level as category,
    sum(entries) as numerator
from mart.honour_year
where is_honour
group by ref_area, time_period, level
