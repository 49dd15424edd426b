/*
name_zh = "养老服务加盟单位"
name_en = "Elderly service providers"
theme = "smart_care"
unit_measure = "providers"
unit_zh = "家"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "higher_is_better"
extracts = ["service_providers"]
reviewed = 2026-11-22

definition_zh = "月末加盟智慧养老平台、仍在服务的企业和社会组织数。"
definition_en = "Companies and organisations with the platform at the end of the month."
caveats_zh = "按单位所在的镇街道计；服务可以跨镇街道。"

# Which records make the numerator of an area and period
rows = """
record.joined_on <= spine.counted_on
and (record.left_on is null or record.left_on > spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    sum(providers) as numerator
from mart.service_provider_month
group by ref_area, time_period
