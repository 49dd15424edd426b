/*
name_zh = "绑定亲属端的老年人"
name_en = "Elderly people with a bound relative"
theme = "smart_care"
unit_measure = "persons"
unit_zh = "人"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["care_devices"]
reviewed = 2026-11-22

definition_zh = "月末在智慧养老亲属端小程序上有亲属绑定的老年人数。"
definition_en = "Elderly people with a relative bound on the mini-program at the end of the month."
caveats_zh = "镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.kind = '亲属端'
"""
measure = "sum(record.installed)"
*/
select
    ref_area,
    time_period,
    installed as numerator
from mart.care_device_month
where kind = '亲属端'
