/*
name_zh      = "社区社会组织覆盖率"
name_en      = "Communities with a community organization"
theme        = "organizations"
unit_measure = "per cent of villages and communities"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "share"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "期末至少有一家登记的社区社会组织的村社区，占全部村社区的比重。"
definition_en = "Share of villages and communities with at least one registered community organization."
caveats_zh    = "按登记住所所在的村社区计；没有填写村社区的组织不算覆盖任何村社区。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
and record.is_community
"""
measure = "count(distinct record.community)"
*/
select
    ref_area,
    time_period,
    covered_communities as numerator,
    communities as denominator
from mart.organization_month
