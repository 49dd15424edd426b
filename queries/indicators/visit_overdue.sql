/*
name_zh = "逾期探访次数"
name_en = "Visits overdue"
theme = "visits"
unit_measure = "visits"
unit_zh = "次"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "lower_is_better"
same_as = "visit_on_time_share"
extracts = ["care_visits"]
reviewed = 2026-11-22

definition_zh = "当月到期没有按时完成的探访次数，含逾期后补访的。"
definition_en = "Visits not made by the day they were due, later ones included."
caveats_zh = "从2023年7月起。镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.overdue)"
*/
select
    ref_area,
    time_period,
    sum(overdue) as numerator
from mart.visit_month
group by ref_area, time_period
