/*
name_zh = "尚无会客厅的村社区名单"
name_en = "Villages and communities without a built lounge"
theme = "resident_lounges"
kind = "list"
unit_zh = "个"
freq = "M"
extracts = ["resident_lounges"]
reviewed = 2026-11-01

definition_zh = "期末没有建成的居民会客厅的村社区，逐个列名，并注明在建、拟建还是未列入计划。"
definition_en = "Every village and community without a built lounge, with how far its lounge has come."
category_zh = "村社区"
series_zh = "进展"

# Which records make the numerator of an area and period
rows_of = "community"
rows = """
not exists (
    select 1
    from staging.resident_lounges as lounge
    where
        lounge.community = record.community
        and lounge.planned_on <= spine.counted_on
        and lounge.built_on <= spine.counted_on
)
"""
rows_category = "record.name_zh"
rows_series = """
coalesce((
    select case when bool_or(lounge.started_on <= spine.counted_on) then '在建' else '拟建' end
    from staging.resident_lounges as lounge
    where
        lounge.community = record.community
        and lounge.planned_on <= spine.counted_on
    having count(*) > 0
), '未列入计划')
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
    gap.ref_area,
    gap.time_period,
    gap.name_zh as category,
    community_place.place as category_position,
    case gap.stage when '未列入' then '未列入计划' else gap.stage end as series,
    case gap.stage
        when '在建' then 1
        when '拟建' then 2
        else 3
    end as series_position,
    1 as numerator
from mart.resident_lounge_gap_month as gap
inner join community_place on gap.community = community_place.community
