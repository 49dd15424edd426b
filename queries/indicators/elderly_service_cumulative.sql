/*
name_zh = "平台累计服务人次"
name_en = "Person-times served by the platform so far"
theme = "smart_care"
unit_measure = "person-times"
unit_zh = "人次"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["elderly_services"]
reviewed = 2026-11-22

definition_zh = "智慧健康养老服务平台自有月报起到月末累计的服务人次，不含两条热线。"
definition_en = "Person-times served by the smart platform since its returns begin, hotlines left out."
caveats_zh = "公布数没有说明从何时累计，演示从2021年1月的月报计起；没有报送的月份不加。"

# Which records make the numerator of an area and period
rows = """
record.month <= spine.start_date
and record.channel = '智慧养老平台'
"""
measure = "sum(record.person_times)"
*/
select
    ref_area,
    time_period,
    person_times_so_far as numerator
from mart.elderly_platform_month
