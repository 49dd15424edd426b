/*
name_zh = "加盟单位的类型构成"
name_en = "Elderly service providers by kind"
theme = "smart_care"
kind = "mix"
unit_zh = "家"
freq = "M"
extracts = ["service_providers"]
reviewed = 2026-11-22

definition_zh = "月末加盟智慧养老平台、仍在服务的单位，按企业和社会组织分。"
definition_en = "Providers with the platform at the end of the month: companies and social organizations."
category_zh = "类型"
series_zh = "合计"

# Which records make the numerator of an area and period
rows = """
record.joined_on <= spine.counted_on
and (record.left_on is null or record.left_on > spine.counted_on)
"""
rows_category = "record.kind"
*/
select
    ref_area,
    time_period,
    kind as category,
    case kind when '企业' then 1 else 2 end as category_position,
    '_T' as series,
    1 as series_position,
    providers as numerator
from mart.service_provider_month
