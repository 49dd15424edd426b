/*
name_zh = "议事协商活力指数构成"
name_en = "Components of the discussion vitality index"
theme = "governance"
kind = "bars"
unit_zh = "分"
freq = "M"
per = 1000
decimals = 1
extracts = ["discussions"]
reviewed = 2026-11-22

definition_zh = "近12个月每千人各项组成除以基准值、乘以权重后的得分，按设定权重和等权各算一次，看指数对权重敏不敏感。"
definition_en = "Points of each component of the last twelve months per 1,000 residents, under the set weights and under equal ones."
category_zh = "组成"
series_zh = "权重"
caveats_zh = "权重和基准值是本地配置（index_weight.csv）。"

# Which records make the numerator of an area and period
rows_of = "index_weight"
rows = "record.index_name in ('discussion_vitality_index', 'discussion_vitality_equal')"
measure = """
cast(sum(record.weight / record.scale * (
    select sum(case record.component
        when 'sessions' then 1
        when 'attendees' then discussion.attendees
        when 'raised' then discussion.raised
        when 'settled' then discussion.settled
        else discussion.satisfied
    end)
    from staging.discussions as discussion
    where
        discussion.ref_area = spine.ref_area
        and discussion.held_on >= spine.start_date - interval 11 month
        and discussion.held_on <= spine.counted_on
)) as decimal(18, 2))
"""
rows_category = "record.name_zh"
rows_series = "case record.index_name when 'discussion_vitality_index' then '设定权重' else '等权' end"
*/
select
    points.ref_area,
    points.time_period,
    points.name_zh as category,
    points.place as category_position,
    case points.index_name
        when 'discussion_vitality_index' then '设定权重'
        else '等权'
    end as series,
    case points.index_name
        when 'discussion_vitality_index' then 1
        else 2
    end as series_position,
    points.points as numerator,
    resident_month.persons as denominator
from mart.discussion_vitality_month as points
inner join mart.resident_month
    on points.ref_area = resident_month.ref_area
    and points.time_period = resident_month.time_period
