/*
name_zh = "社会组织联合会覆盖率"
name_en = "Communities with a federation of organizations"
theme = "organization_quality"
unit_measure = "per cent of villages and communities"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["organization_sites"]
reviewed = 2026-11-22

definition_zh = "期末建有村社区社会组织联合会的村社区，占全部村社区的比重。"
definition_en = "Villages and communities with a federation of community organizations, as a share of all."

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and record.kind = '村社区社会组织联合会'
"""
measure = "count(distinct record.community)"
*/
select
    ref_area,
    time_period,
    federated_communities as numerator,
    communities as denominator
from mart.organization_site_month
