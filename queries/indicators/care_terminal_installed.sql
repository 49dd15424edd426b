/*
name_zh = "装有智慧终端的照料中心"
name_en = "Care centres with smart terminals"
theme = "smart_care"
unit_measure = "care centres"
unit_zh = "家"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["care_devices"]
reviewed = 2026-11-22

definition_zh = "月末已安装智慧终端的居家养老服务照料中心数。"
definition_en = "Care centres fitted with smart terminals at the end of the month."
caveats_zh = "镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.kind = '照料中心智慧终端'
"""
measure = "sum(record.installed)"
*/
select
    ref_area,
    time_period,
    installed as numerator
from mart.care_device_month
where kind = '照料中心智慧终端'
