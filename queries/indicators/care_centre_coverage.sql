/*
name_zh = "照料中心覆盖率"
name_en = "Communities with an open care centre"
theme = "care_facilities"
unit_measure = "percent of communities"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["care_facilities"]
reviewed = 2026-11-22

definition_zh = "本村社区内有开放的居家养老服务照料中心的村社区，占村社区总数的比重。"
definition_en = "Villages and communities with an open care centre, as a share of all."
caveats_zh = "由邻村照料中心服务的不计入。"

# Which records make the numerator of an area and period
rows = """
record.kind = '照料中心'
and record.opened_on <= spine.counted_on
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
    care_facility_month.ref_area,
    care_facility_month.time_period,
    care_facility_month.open_communities as numerator,
    community.communities as denominator
from mart.care_facility_month
inner join community on care_facility_month.ref_area = community.ref_area
where care_facility_month.kind = '照料中心'
