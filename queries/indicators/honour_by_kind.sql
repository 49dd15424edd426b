/*
name_zh = "荣誉与大事分类"
name_en = "Entries of the year by level and kind"
theme = "honours"
unit_measure = "entries"
unit_zh = "项"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
category_zh = "级别和类别"
extracts = ["honours"]
reviewed = 2026-11-22

definition_zh = "属于当年的荣誉、文件、调研和合作，按级别和类别分。"
definition_en = "Honours, policies, visits and partnerships of the year, by level and kind."
caveats_zh = "市级部门获得的计入其办公所在的当湖街道，镇街道之间不宜比较。合计里有文件、调研和合作，比考核荣誉多。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
rows_category = "record.level || record.kind"
*/
select
    ref_area,
    time_period,
    level || kind as category,
    entries as numerator
from mart.honour_year
