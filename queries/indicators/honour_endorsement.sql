/*
name_zh = "领导批示"
name_en = "Endorsements"
theme = "honours"
unit_measure = "endorsements"
unit_zh = "次"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "higher_is_better"
extracts = ["honours"]
reviewed = 2026-11-22

definition_zh = "当年获得的省部级以上领导批示次数。"
definition_en = "Endorsements by leaders of the province or above in the year."
caveats_zh = "市级部门获得的计入其办公所在的当湖街道，镇街道之间不宜比较。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.kind = '批示'
"""
*/
select
    ref_area,
    time_period,
    sum(entries) as numerator
from mart.honour_year
where kind = '批示'
group by ref_area, time_period
