/*
name_zh = "困境儿童保障人数"
name_en = "Children in difficulty supported"
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

definition_zh = "当月领到困境儿童基本生活费的儿童人数，同一人只计一次。"
definition_en = "Children in difficulty paid a living allowance in the month, each counted once."
caveats_zh = "只计状态为“已发放”的记录，退回和待发放的不计入；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '已发放'
and record.programme = '困境儿童'
"""
measure = "count(distinct record.person)"

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "救助项目=困境儿童"
*/
select
    ref_area,
    time_period,
    recipients as numerator
from mart.assistance_month
where
    programme = '困境儿童'
