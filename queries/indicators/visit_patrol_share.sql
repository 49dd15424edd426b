/*
name_zh = "特殊老年人巡防按时率"
name_en = "Share of patrols to special elderly people made on time"
theme = "visits"
unit_measure = "percent of patrols due"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["care_visits"]
reviewed = 2026-11-22

definition_zh = "当月对独居、孤寡老人的巡防关爱，按时完成的占应巡防次数的比重。"
definition_en = "Patrols to elderly people living alone or without family made on time, as a share of those due."
caveats_zh = "从2023年7月起。镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.programme = '巡防关爱'
"""
measure = "sum(record.done_on_time)"
*/
select
    ref_area,
    time_period,
    sum(done_on_time) as numerator,
    sum(due) as denominator
from mart.visit_month
where programme = '巡防关爱'
group by ref_area, time_period
