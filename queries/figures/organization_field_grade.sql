/*
name_zh = "社会组织服务领域与评估等级"
name_en = "Registered social organizations by field and grade"
theme = "organizations"
kind = "heat"
unit_zh = "家"
freq = "M"
extracts = ["organizations"]
reviewed = 2026-11-01

definition_zh = "期末登记社会组织数，按主要服务领域和评估等级交叉分组。"
definition_en = "Registered social organizations at the end of the month, by main field and assessment grade."
category_zh = "服务领域"
series_zh = "评估等级"
caveats_zh = "不含备案组织。登记台账只保留最近一次评估，该次评定之前按未评计。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
"""
rows_category = "record.field"
rows_series = "case when record.graded_on <= spine.counted_on then record.grade else '未评' end"
*/
with

field as (
    select
        field,
        position
    from (
        values
        ('为老服务', 1),
        ('儿童青少年', 2),
        ('社区治理', 3),
        ('文化体育', 4),
        ('公益慈善', 5),
        ('社会组织服务', 6),
        ('行业协会', 7),
        ('教育培训', 8)
    ) as listed (field, position)
),

grade as (
    select
        grade,
        position
    from (
        values
        ('5A', 1),
        ('4A', 2),
        ('3A', 3),
        ('2A', 4),
        ('1A', 5),
        ('未评', 6)
    ) as listed (grade, position)
),

class_total as (
    select
        ref_area,
        time_period,
        field,
        grade,
        sum(organizations) as organizations
    from mart.organization_class_month
    group by ref_area, time_period, field, grade
)

select
    organization_month.ref_area,
    organization_month.time_period,
    field.field as category,
    field.position as category_position,
    grade.grade as series,
    grade.position as series_position,
    coalesce(class_total.organizations, 0) as numerator  -- none on the register is none, not unknown
from mart.organization_month
cross join field
cross join grade
left join class_total
    on organization_month.ref_area = class_total.ref_area
    and organization_month.time_period = class_total.time_period
    and field.field = class_total.field
    and grade.grade = class_total.grade
