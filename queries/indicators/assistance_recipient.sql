/*
name_zh = "救助领取人数"
name_en = "Assistance recipients"
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

definition_zh = "当月领到任一项社会救助资金的人数，同一人只计一次。"
definition_en = "Persons paid by any programme in the month, each counted once."
caveats_zh = "同一人在多个镇街道或多个项目领取的，在全市只计一次，因此全市数可能小于各镇街道之和。按户发放的只计户主。只计状态为“已发放”的记录，退回和待发放的不计入；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '已发放'
"""
measure = "count(distinct record.person)"
*/
select
    ref_area,
    time_period,
    recipients as numerator
from mart.assistance_month
where
    programme = '_T'
