/*
name_zh = "低保户数"
name_en = "Households on subsistence allowance"
theme = "assistance"
unit_measure = "households"
unit_zh = "户"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
rollup = "none"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当月领到低保金的家庭数，同一家庭只计一次。"
definition_en = "Households paid subsistence allowance in the month, each counted once."
caveats_zh = "只计状态为“已发放”的记录，退回和待发放的不计入；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '已发放'
and record.programme = '低保'
"""
measure = "count(distinct record.household)"

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "救助项目=低保"
*/
select
    ref_area,
    time_period,
    households as numerator
from mart.assistance_month
where
    programme = '低保'
