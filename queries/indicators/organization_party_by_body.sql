/*
name_zh      = "社会组织党组织组建方式"
name_en      = "Social organizations by kind of party body"
theme        = "organizations"
unit_measure = "organizations"
unit_zh      = "家"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "neutral"
category_zh  = "组建方式"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "登记社会组织数，按党组织单独组建、联合组建、未建分。"
definition_en = "Registered social organizations by kind of party body."
caveats_zh    = "没有填写的按未建计。登记台账只保留现状，没有历史，所以只有数据截止月一期。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
"""
rows_category = "coalesce(record.party_body, '未建')"
*/
select
    ref_area,
    time_period,
    '单独组建' as category,
    party_single as numerator
from mart.organization_current
union all
select
    ref_area,
    time_period,
    '联合组建' as category,
    party_joint as numerator
from mart.organization_current
union all
select
    ref_area,
    time_period,
    '未建' as category,
    registered - party_single - party_joint as numerator
from mart.organization_current
