/*
name_zh = "待匹配需求的类别和对象"
name_en = "Open needs by kind and group"
theme = "charity_matching"
kind = "heat"
unit_zh = "条"
freq = "M"
extracts = ["charity_needs"]
reviewed = 2026-11-22

definition_zh = "期末还没有匹配上的帮扶需求，按需求类别和对象类别交叉分组。"
definition_en = "Needs not matched at the end of the month, by kind and group of people."
category_zh = "需求类别"
series_zh = "对象类别"

# Which records make the numerator of an area and period
rows = """
record.raised_on <= spine.counted_on
and (record.matched_on is null or record.matched_on > spine.counted_on)
and (record.closed_on is null or record.closed_on > spine.counted_on)
"""
rows_category = "record.kind"
rows_series = "record.people_zh"
*/
with

kind as (
    select
        kind,
        position
    from (
        values
        ('助困', 1),
        ('助医', 2),
        ('助学', 3),
        ('助老', 4),
        ('助残', 5),
        ('助急', 6)
    ) as listed (kind, position)
),

people as (
    select
        people_zh,
        position
    from (
        values
        ('低保家庭', 1),
        ('低保边缘家庭', 2),
        ('困境儿童', 3),
        ('老年人', 4),
        ('残疾人', 5),
        ('其他群众', 6)
    ) as listed (people_zh, position)
)

select
    charity_need_month.ref_area,
    charity_need_month.time_period,
    kind.kind as category,
    kind.position as category_position,
    people.people_zh as series,
    people.position as series_position,
    coalesce(charity_need_open_month.open_needs, 0) as numerator  -- none listed is none open
from mart.charity_need_month
cross join kind
cross join people
left join mart.charity_need_open_month
    on charity_need_month.ref_area = charity_need_open_month.ref_area
    and charity_need_month.time_period = charity_need_open_month.time_period
    and kind.kind = charity_need_open_month.kind
    and people.people_zh = charity_need_open_month.people_zh
