/*
name_zh = "低保保障人数"
name_en = "Persons covered by subsistence allowance"
theme = "assistance"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当月已发放低保金所保障的人数，按户发放的计入户内全部保障对象。"
definition_en = "Persons covered by subsistence allowance paid in the month, all covered members of a household included."
caveats_zh = "只计状态为“已发放”的记录，退回和待发放的不计入；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '已发放'
and record.programme = '低保'
"""
measure = "sum(record.persons)"

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "救助项目=低保"
*/
select
    ref_area,
    time_period,
    persons as numerator
from mart.assistance_month
where
    programme = '低保'
    and area_level = 'township'
