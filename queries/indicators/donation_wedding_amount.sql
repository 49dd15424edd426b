/*
name_zh = "新人累计捐款"
name_en = "Given by couples at their wedding, in all"
theme = "charity_funds"
unit_measure = "yuan"
unit_zh = "元"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["donations"]
reviewed = 2026-11-22

definition_zh = "活动开始以来，新人在婚姻登记时捐的金额。"
definition_en = "Yuan that couples have given at their registration since the activity began."
caveats_zh = "活动开始日期没有公布，演示数据从2023年1月算起。"

# Which records make the numerator of an area and period
rows = """
record.month <= spine.start_date
and record.kind = '婚姻登记慈善一日捐'
"""
measure = "sum(record.amount)"
*/
select
    ref_area,
    time_period,
    amount as numerator
from mart.donation_wedding_month
