/*
name_zh = "议事协商活力指数"
name_en = "Discussion vitality index"
theme = "governance"
unit_measure = "points"
unit_zh = "分"
per = 1
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "none"
extracts = ["discussions"]
reviewed = 2026-11-22

definition_zh = "近12个月每千人议事场次、参加人次、提出议题、解决议题、满意人次，各除以基准值、乘以权重后相加；各项都达到基准值时为100分。"
definition_en = "Sessions, attendees, topics raised, topics settled and satisfied ratings of the last twelve months per 1,000 residents, each divided by its scale, weighted and added up; 100 where each reaches its scale."
caveats_zh = "权重和基准值是本地配置（index_weight.csv），改了就是另一个指数；等权时的得分见“议事协商活力指数构成”。常住人口取当年数。"

# Which records make the numerator of an area and period
rows = """
record.held_on >= spine.start_date - interval 11 month
and record.held_on <= spine.counted_on
"""
measure = """
cast(sum((
    select sum(component.weight / component.scale * case component.component
        when 'sessions' then 1
        when 'attendees' then record.attendees
        when 'raised' then record.raised
        when 'settled' then record.settled
        else record.satisfied
    end)
    from reference.index_weight as component
    where component.index_name = 'discussion_vitality_index'
)) as decimal(18, 2))
"""
*/
select
    discussion_vitality_month.ref_area,
    discussion_vitality_month.time_period,
    sum(discussion_vitality_month.points) as numerator,
    max(resident_month.persons) * 0.001 as denominator
from mart.discussion_vitality_month
inner join mart.resident_month
    on discussion_vitality_month.ref_area = resident_month.ref_area
    and discussion_vitality_month.time_period = resident_month.time_period
where discussion_vitality_month.index_name = 'discussion_vitality_index'
group by discussion_vitality_month.ref_area, discussion_vitality_month.time_period
