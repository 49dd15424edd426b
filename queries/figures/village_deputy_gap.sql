/*
name_zh = "村民代表培训未全覆盖的村社区"
name_en = "Villages and communities whose deputies were not all trained"
theme = "training"
kind = "list"
unit_zh = "个"
freq = "A"
extracts = ["community_returns"]
reviewed = 2026-11-22

definition_zh = "当年还有村（居）民代表没有参加培训的村社区，逐个列名，并注明差多少人。"
definition_en = "Every village and community with deputies not trained in the year, with how many."
category_zh = "村社区"
series_zh = "差距"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.deputies_trained < record.deputies
"""
rows_category = """
(
    select place.name_zh
    from reference.community as place
    where place.community = record.community
)
"""
rows_series = """
case
    when record.deputies - record.deputies_trained < 5 then '差5人以内'
    when record.deputies - record.deputies_trained < 10 then '差5—9人'
    else '差10人及以上'
end
"""
*/
with

community_place as (
    select
        community,
        row_number() over (order by community) as place
    from reference.community
)

select
    gap.ref_area,
    cast(gap.year as varchar) as time_period,
    gap.name_zh as category,
    community_place.place as category_position,
    case
        when gap.untrained < 5 then '差5人以内'
        when gap.untrained < 10 then '差5—9人'
        else '差10人及以上'
    end as series,
    case
        when gap.untrained < 5 then 3
        when gap.untrained < 10 then 2
        else 1
    end as series_position,
    1 as numerator
from mart.village_deputy_gap_year as gap
inner join community_place on gap.community = community_place.community
