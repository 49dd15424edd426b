/*
name_zh = "按时探访次数"
name_en = "Visits made on time"
theme = "visits"
unit_measure = "visits"
unit_zh = "次"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
category_zh = "探访对象"
extracts = ["care_visits"]
reviewed = 2026-11-22

definition_zh = "当月按时完成的探访关爱和巡防关爱次数，按探访对象分。"
definition_en = "Visits made on time in the month, by group visited."
caveats_zh = "逾期后补访的不计。从2023年7月起。镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.done_on_time)"
rows_category = "record.visit_group"
*/
select
    ref_area,
    time_period,
    visit_group as category,
    done_on_time as numerator
from mart.visit_month
