/*
name_zh = "累计捐赠新人"
name_en = "Couples giving at their wedding, in all"
theme = "charity_funds"
unit_measure = "couples"
unit_zh = "对"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["donations"]
reviewed = 2026-11-22

definition_zh = "活动开始以来，婚姻登记时参与慈善一日捐的新人对数。"
definition_en = "Couples that have given at their registration since the activity began."
caveats_zh = "活动开始日期没有公布，演示数据从2023年1月算起。"

# Which records make the numerator of an area and period
rows = """
record.month <= spine.start_date
and record.kind = '婚姻登记慈善一日捐'
"""
measure = "sum(record.couples)"
*/
select
    ref_area,
    time_period,
    couples as numerator
from mart.donation_wedding_month
