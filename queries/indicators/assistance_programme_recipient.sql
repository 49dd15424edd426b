/*
name_zh = "分项目救助领取人数"
name_en = "Assistance recipients by programme"
theme = "assistance"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
rollup = "none"
category_zh = "救助项目"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当月各救助项目的领取人数，同一人在同一项目只计一次；合计为领到任一项目的人数。"
definition_en = "Persons paid in the month by programme, each counted once in a programme; the total counts each person once over all programmes."
caveats_zh = "同一人可同时领取多个项目，各项目之和大于合计。按户发放的只计户主。只计状态为“已发放”的记录，退回和待发放的不计入；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '已发放'
"""
measure = "count(distinct record.person)"
rows_category = "record.programme"
*/
select
    ref_area,
    time_period,
    programme as category,
    recipients as numerator
from mart.assistance_month
-- the two disability subsidies together are an indicator of their own
where programme <> '残疾人两项补贴'
