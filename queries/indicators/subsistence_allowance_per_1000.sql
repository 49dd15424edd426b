/*
name_zh = "低保保障率"
name_en = "Subsistence allowance coverage per 1,000 residents"
theme = "assistance"
unit_measure = "persons per 1,000 residents"
unit_zh = "‰"
per = 1000
decimals = 2
freq = "M"
kind = "flow"
polarity = "neutral"
chance = "rate"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当月低保保障人数与当年常住人口之比，以千分率表示。"
definition_en = "Persons covered by subsistence allowance in the month, per 1,000 residents in that year."
caveats_zh = "人口为演示数据，只到年份；常住人口口径与户籍人口口径的保障率不可比。只计状态为“已发放”的记录，退回和待发放的不计入；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

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
    assistance_month.ref_area,
    assistance_month.time_period,
    assistance_month.persons as numerator,
    resident_month.persons as denominator
from mart.assistance_month
-- without a population figure the rate is unknown
inner join mart.resident_month
    on assistance_month.ref_area = resident_month.ref_area
    and assistance_month.time_period = resident_month.time_period
where
    assistance_month.programme = '低保'
    and assistance_month.area_level = 'township'
