/*
name_zh = "探访问题解决率"
name_en = "Share of problems found on visits that are solved"
theme = "visits"
unit_measure = "percent of problems found"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["care_visits"]
reviewed = 2026-11-22

definition_zh = "当月探访发现的困难和隐患中，已经解决的所占比重。"
definition_en = "Of the problems found on visits in the month, the share solved."
caveats_zh = "按填报时的情况计，以后解决的不补计。没有发现问题的镇街道没有解决率。从2023年7月起。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.problems_solved)"
*/
select
    ref_area,
    time_period,
    sum(problems_solved) as numerator,
    sum(problems_found) as denominator
from mart.visit_month
group by ref_area, time_period
