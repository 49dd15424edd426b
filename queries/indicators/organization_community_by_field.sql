/*
name_zh      = "社区社会组织服务领域构成"
name_en      = "Community organizations by field of service"
theme        = "organizations"
unit_measure = "organizations"
unit_zh      = "家"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "neutral"
category_zh  = "服务领域"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "期末登记的社区社会组织数，按主要服务领域分。"
definition_en = "Registered community organizations at the end of the month, by main field of service."
caveats_zh    = "一家组织只计入一个最主要的服务领域。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
and record.is_community
"""
rows_category = "record.field"
*/
with

field as (
    select distinct field
    from mart.organization_class_month
    where is_community
),

class_total as (
    select
        ref_area,
        time_period,
        field,
        sum(organizations) as organizations
    from mart.organization_class_month
    where is_community
    group by ref_area, time_period, field
)

select
    organization_month.ref_area,
    organization_month.time_period,
    field.field as category,
    coalesce(class_total.organizations, 0) as numerator  -- none on the register is none, not unknown
from mart.organization_month
cross join field
left join class_total
    on organization_month.ref_area = class_total.ref_area
    and organization_month.time_period = class_total.time_period
    and field.field = class_total.field
