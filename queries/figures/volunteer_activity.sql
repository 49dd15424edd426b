/*
name_zh = "志愿服务做了什么"
name_en = "What volunteers did"
theme = "volunteers"
kind = "bars"
unit_zh = "次"
freq = "M"
extracts = ["volunteer_returns"]
reviewed = 2026-11-22

definition_zh = "当月志愿者探访独居老人的次数、临期食品分享的份数、文艺演出和志愿宣讲的场次。"
definition_en = "Visits to old people living alone, items of surplus food shared, shows and talks in the month."
category_zh = "服务"
series_zh = "合计"
caveats_zh = "几项的单位分别是次、份、场、场，只看各自多少，不相加。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = """
sum(case heading.of.category
    when '探访独居老人' then record.visits
    when '临期食品分享' then record.food_items
    when '文艺演出' then record.shows
    else record.talks
end)
"""
rows_category = "['探访独居老人', '临期食品分享', '文艺演出', '志愿宣讲']"
*/
select
    volunteer_month.ref_area,
    volunteer_month.time_period,
    step.category,
    step.position as category_position,
    '_T' as series,
    1 as series_position,
    case step.category
        when '探访独居老人' then volunteer_month.visits
        when '临期食品分享' then volunteer_month.food_items
        when '文艺演出' then volunteer_month.shows
        else volunteer_month.talks
    end as numerator
from mart.volunteer_month
cross join (
    values
    ('探访独居老人', 1),
    ('临期食品分享', 2),
    ('文艺演出', 3),
    ('志愿宣讲', 4)
) as step (category, position)
