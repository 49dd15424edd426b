/*
name_zh = "逾期探访较多的村社区"
name_en = "Villages and communities with many visits overdue"
theme = "visits"
kind = "list"
unit_zh = "个"
freq = "M"
extracts = ["care_visits"]
reviewed = 2026-11-22

definition_zh = "当月逾期探访在5次及以上的村社区，逐个列名。"
definition_en = "Every village and community with five or more visits overdue in the month."
category_zh = "村社区"
series_zh = "逾期"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and (
    select sum(own.overdue)
    from staging.care_visits as own
    where own.community = record.community and own.month = record.month
) >= 5
"""
measure = "count(distinct record.community)"
rows_category = "(select place.name_zh from reference.community as place where place.community = record.community)"
rows_series = """
case when (
    select sum(own.overdue)
    from staging.care_visits as own
    where own.community = record.community and own.month = record.month
) >= 10 then '逾期10次及以上' else '逾期5—9次' end
"""
*/
with

-- the statistical code orders a list the way every other list of the bureau is ordered
community_place as (
    select
        community,
        row_number() over (order by community) as place
    from reference.community
)

select
    visit.ref_area,
    visit.time_period,
    visit.name_zh as category,
    community_place.place as category_position,
    case when visit.overdue >= 10 then '逾期10次及以上' else '逾期5—9次' end as series,
    case when visit.overdue >= 10 then 1 else 2 end as series_position,
    1 as numerator
from mart.visit_community_month as visit
inner join community_place on visit.community = community_place.community
where visit.overdue >= 5
