/*
name_zh = "本年累计志愿服务时数"
name_en = "Hours volunteered, year to date"
theme = "volunteers"
unit_measure = "hours"
unit_zh = "小时"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
accumulate = "year"
extracts = ["volunteer_returns"]
reviewed = 2026-11-22

definition_zh = "当年1月起至当月止的志愿服务时数。"
definition_en = "Hours volunteered from January to this month."
caveats_zh = "年内有月份未报送的，累计数不完整。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.hours)"
*/
select
    ref_area,
    time_period,
    hours as numerator
from mart.volunteer_month
