/*
name_zh = "步行到不了助餐点的村社区"
name_en = "Villages and communities from which an open meal point cannot be walked to"
theme = "meal_services"
kind = "list"
unit_zh = "个"
freq = "M"
extracts = ["meal_points"]
reviewed = 2026-11-23

definition_zh = "月末步行范围内没有营业中的助餐点（只配送的送餐点不计）的村社区，逐个列名，并注明老年人数；步行范围的算法同步行可及率。"
definition_en = "Every village and community without an open meal point within a walk at the end of the month, with how many older people live there; a walk is measured as for the share in reach."
category_zh = "村社区"
series_zh = "老年人"
caveats_zh = "村社区的人都按住在村社区中心计，距离是直线；分村社区人口为演示值。"

# Which records make the numerator of an area and period
rows_of = "community"
rows = """
not exists (
    select 1
    from staging.meal_points as place
    inner join reference.township as own on place.ref_area = own.ref_area and own.in_scope
    inner join reference.community as seat on place.community = seat.community
    inner join reference.community as home on home.community = record.community
    where
        place.kind <> '送餐点'
        and place.opened_on <= spine.counted_on
        and (place.closed_on is null or place.closed_on > spine.counted_on)
        and 2 * 6371008.8 * asin(sqrt(
            pow(sin(radians(coalesce(place.lat, seat.lat) - home.lat) / 2), 2)
            + cos(radians(home.lat)) * cos(radians(coalesce(place.lat, seat.lat)))
            * pow(sin(radians(coalesce(place.lon, seat.lon) - home.lon) / 2), 2)
        )) <= (
            select
                max(value) filter (where setting = 'reach_minutes')
                * max(value) filter (where setting = 'reach_metres_a_minute')
                / max(value) filter (where setting = 'reach_detour')
            from reference.setting
        )
)
"""
rows_category = "record.name_zh"
rows_series = """
'60岁及以上' || (
    select coalesce(sum(people.persons), 0)
    from staging.community_population as people
    where
        people.community = record.community
        and people.year = (select max(year) from staging.community_population)
        and people.age_band in ('60-69', '70-79', '80-89', '90+')
)
|| '人，其中80岁及以上' || (
    select coalesce(sum(people.persons), 0)
    from staging.community_population as people
    where
        people.community = record.community
        and people.year = (select max(year) from staging.community_population)
        and people.age_band in ('80-89', '90+')
) || '人'
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
    reach.ref_area,
    reach.time_period,
    reach.name_zh as category,
    community_place.place as category_position,
    '60岁及以上' || reach.persons_60 || '人，其中80岁及以上' || reach.persons_80 || '人' as series,
    1 as series_position,
    1 as numerator
from mart.reach_month as reach
inner join community_place on reach.community = community_place.community
where reach.facility = 'meal' and not reach.is_reached
