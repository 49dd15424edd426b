/*
name_zh      = "登记社会组织类别构成"
name_en      = "Registered social organizations by kind"
theme        = "organizations"
unit_measure = "organizations"
unit_zh      = "家"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "neutral"
category_zh  = "类别"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "期末登记社会组织数，按社会团体、社会服务机构、基金会分。"
definition_en = "Registered social organizations at the end of the month, by kind."
caveats_zh    = "不含备案组织，备案组织没有类别。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
"""
rows_category = "record.kind"
*/
with

kind as (
    select kind
    from (values ('社会团体'), ('社会服务机构'), ('基金会')) as listed (kind)
),

class_total as (
    select
        ref_area,
        time_period,
        kind,
        sum(organizations) as organizations
    from mart.organization_class_month
    group by ref_area, time_period, kind
)

select
    organization_month.ref_area,
    organization_month.time_period,
    kind.kind as category,
    coalesce(class_total.organizations, 0) as numerator  -- none on the register is none, not unknown
from mart.organization_month
cross join kind
left join class_total
    on organization_month.ref_area = class_total.ref_area
    and organization_month.time_period = class_total.time_period
    and kind.kind = class_total.kind
