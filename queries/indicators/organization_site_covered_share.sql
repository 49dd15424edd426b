/*
name_zh = "党群服务中心覆盖率"
name_en = "Organizations covered by party service centres"
theme = "organization_quality"
unit_measure = "per cent of registered organizations"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["organization_sites", "organizations"]
reviewed = 2026-11-22

definition_zh = "党群服务中心联系服务的社会组织数，占登记社会组织的比重。"
definition_en = "Organizations served by party service centres as a share of registered organizations."
caveats_zh = "台账只保留现状，没有历史，所以只有数据截止月一期。"

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and record.kind = '社会组织党群服务中心'
and spine.counted_on = spine.as_of
"""
measure = "coalesce(sum(record.orgs_covered), 0)"
*/
select
    site.ref_area,
    site.time_period,
    site.organizations_covered as numerator,
    register.registered as denominator
from mart.organization_site_month as site
inner join mart.organization_month as register
    on site.ref_area = register.ref_area
    and site.time_period = register.time_period
where site.organizations_covered is not null
