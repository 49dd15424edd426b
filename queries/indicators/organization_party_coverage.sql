/*
name_zh      = "社会组织党组织覆盖率"
name_en      = "Party bodies in social organizations"
theme        = "organizations"
unit_measure = "per cent of registered organizations"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "share"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "登记社会组织中，单独组建或联合组建了党组织的比重。"
definition_en = "Registered social organizations with a party body of their own or a joint one, as a share of all."
caveats_zh    = "登记台账只保留现状，没有历史，所以只有数据截止月一期。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
and record.party_body in ('单独组建', '联合组建')
"""
*/
select
    ref_area,
    time_period,
    party_single + party_joint as numerator,
    registered as denominator
from mart.organization_current
