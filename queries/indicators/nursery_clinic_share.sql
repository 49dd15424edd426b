/*
name_zh = "医育签约率"
name_en = "Nurseries with a clinic contract"
theme = "children"
unit_measure = "percent of nurseries"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["nurseries"]
reviewed = 2026-11-22

definition_zh = "月末已与基层医疗机构签订服务协议的托育机构，占托育机构总数的比重。"
definition_en = "Nurseries with a contract with a primary care body at the end of the month, as a share of all."

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and record.signed_on <= spine.counted_on
"""
*/
select
    ref_area,
    time_period,
    sum(signed) as numerator,
    sum(nurseries) as denominator
from mart.nursery_month
group by ref_area, time_period
