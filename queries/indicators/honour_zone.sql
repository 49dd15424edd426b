/*
name_zh = "社区治理实验区"
name_en = "Community governance pilot zones"
theme = "honours"
unit_measure = "zones"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "higher_is_better"
extracts = ["honours"]
reviewed = 2026-11-22

definition_zh = "到当年为止获得的社区治理实验区称号数。"
definition_en = "Titles of pilot zones for community governance obtained by the year."
caveats_zh = "市级部门获得的计入其办公所在的当湖街道，镇街道之间不宜比较。"

# Which records make the numerator of an area and period
rows = """
record.year <= spine.year
and record.kind = '实验区'
"""
*/
select
    ref_area,
    time_period,
    sum(entries_so_far) as numerator
from mart.honour_year
where kind = '实验区'
group by ref_area, time_period
