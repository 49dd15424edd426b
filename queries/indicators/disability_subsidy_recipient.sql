/*
name_zh = "残疾人两项补贴领取人数"
name_en = "Recipients of the two disability subsidies"
theme = "assistance"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
rollup = "none"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当月领到残疾人生活补贴或重度残疾人护理补贴的人数，两项都领的只计一次。"
definition_en = "Persons paid the living subsidy or the nursing subsidy for persons with disabilities in the month, each counted once."
caveats_zh = "只计状态为“已发放”的记录，退回和待发放的不计入；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '已发放'
and record.programme in ('残疾人生活补贴', '重度残疾人护理补贴')
"""
measure = "count(distinct record.person)"

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "救助项目=残疾人两项补贴"
*/
select
    ref_area,
    time_period,
    recipients as numerator
from mart.assistance_month
where
    programme = '残疾人两项补贴'
