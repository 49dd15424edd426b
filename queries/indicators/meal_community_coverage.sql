/*
name_zh = "村社区助餐覆盖率"
name_en = "Communities with an open meal point"
theme = "meal_services"
unit_measure = "percent of communities"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["meal_points"]
reviewed = 2026-11-01

definition_zh = "本村社区内有营业中助餐点的村社区数，占村社区总数的比重。"
definition_en = "Villages and residents' communities with a meal point open at the end of the month, as a share of all."
caveats_zh = "只看本村社区内是否有点位；由邻村助餐点送餐覆盖的不计入。"

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and (record.closed_on is null or record.closed_on > spine.counted_on)
"""
measure = "count(distinct record.community)"
*/
with

community as (
    select
        ref_area,
        count(*) as communities
    from reference.community
    group by ref_area
)

select
    meal_point_month.ref_area,
    meal_point_month.time_period,
    meal_point_month.communities as numerator,
    community.communities as denominator
from mart.meal_point_month
inner join community on meal_point_month.ref_area = community.ref_area
where meal_point_month.kind = '_T'
