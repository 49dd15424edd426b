/*
name_zh = "探访按时率"
name_en = "Share of visits made on time"
theme = "visits"
unit_measure = "percent of visits due"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["care_visits"]
reviewed = 2026-11-22

definition_zh = "当月按时完成的探访占应探访次数的比重。"
definition_en = "Visits made on time as a share of those due in the month."
caveats_zh = "从2023年7月起。镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.done_on_time)"
*/
select
    ref_area,
    time_period,
    sum(done_on_time) as numerator,
    sum(due) as denominator
from mart.visit_month
group by ref_area, time_period
