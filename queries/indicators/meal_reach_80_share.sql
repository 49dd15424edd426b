/*
name_zh = "助餐点步行可及率（80岁及以上）"
name_en = "Residents aged 80 and over within a walk of an open meal point"
theme = "meal_services"
unit_measure = "percent of residents aged 80 and over"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["meal_points"]
reviewed = 2026-11-23

definition_zh = "月末在步行范围以内能到达营业中的助餐点（中心食堂、助餐点；只配送的送餐点不计）的80岁及以上老年人，占全部80岁及以上老年人的比重。步行范围是步行分钟数乘以步行速度、除以绕行系数得到的直线距离，三项在参照表setting.csv里改，随附的本地配置为15分钟、每分钟60米、1.3，约692米。"
definition_en = "Residents aged 80 and over who live within a walk of an open meal point at the end of the month, as a share of all. A walk is a straight line of minutes times speed over a detour factor, all three local settings: as shipped 15 minutes, 60 metres a minute and 1.3, about 692 metres."
caveats_zh = "村社区的人都按住在村社区中心计，一个村社区要么全部可及，要么全部不可及；距离是直线，不看河流和道路；邻近镇街道的点也算，乍浦镇的不算。分村社区人口为演示值，各月都用最新一年的人口，升降只来自点位的增减。"

# Which records make the numerator of an area and period
rows_of = "community_population"
rows = """
record.year = (select max(year) from staging.community_population)
and record.age_band in ('80-89', '90+')
and exists (
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
measure = "sum(record.persons)"
*/
select
    ref_area,
    time_period,
    sum(case when is_reached then persons_80 else 0 end) as numerator,
    sum(persons_80) as denominator
from mart.reach_month
where facility = 'meal'
group by ref_area, time_period
