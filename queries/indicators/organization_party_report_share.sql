/*
name_zh = "向社区党组织报到率"
name_en = "Community organizations that reported to the party"
theme = "organization_quality"
unit_measure = "per cent of registered community organizations"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["organization_checks", "organizations"]
reviewed = 2026-11-22

definition_zh = "期末登记的社区社会组织中，近一年内向社区党组织报到过的占比。"
definition_en = "Registered community organizations that reported to the party organization of their community within 365 days."
caveats_zh = "一年指365天；台账从2022年起，2022年年末才满一年。"

# Which records make the numerator of an area and period
rows = """
record.kind = '党组织报到'
and record.checked_on <= spine.counted_on
and record.checked_on + interval 365 day > spine.counted_on
and spine.counted_on >= date '2022-12-31'
and exists (
    select 1
    from staging.organizations as organization
    where
        organization.credit_code = record.credit_code
        and organization.ref_area = record.ref_area
        and organization.basis <> '备案'
        and organization.is_community
        and organization.registered_on <= spine.counted_on
        and (
            organization.deregistered_on is null
            or organization.deregistered_on > spine.counted_on
        )
)
"""
measure = "count(distinct record.credit_code)"
*/
select
    ref_area,
    time_period,
    reported as numerator,
    organizations as denominator
from mart.organization_report_month
