/*
name_zh = "六维平均得分"
name_en = "Mean score by dimension"
theme = "profiles"
kind = "bars"
unit_zh = "分"
decimals = 1
freq = "M"
extracts = ["assistance_profiles"]
reviewed = 2026-11-22

definition_zh = "当月在册低收入家庭在六个维度上的平均得分，100分最困难。"
definition_en = "Mean score of the households on the register in each of the six dimensions; 100 is hardest."
category_zh = "维度"
series_zh = "合计"
caveats_zh = "维度的名称为本地配置。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = """
sum(case heading.of.category
    when (select label.name_zh from reference.profile_label as label where label.code = '维一') then record.s1
    when (select label.name_zh from reference.profile_label as label where label.code = '维二') then record.s2
    when (select label.name_zh from reference.profile_label as label where label.code = '维三') then record.s3
    when (select label.name_zh from reference.profile_label as label where label.code = '维四') then record.s4
    when (select label.name_zh from reference.profile_label as label where label.code = '维五') then record.s5
    when (select label.name_zh from reference.profile_label as label where label.code = '维六') then record.s6
end)
"""
rows_category = """
[
    (select label.name_zh from reference.profile_label as label where label.code = '维一'),
    (select label.name_zh from reference.profile_label as label where label.code = '维二'),
    (select label.name_zh from reference.profile_label as label where label.code = '维三'),
    (select label.name_zh from reference.profile_label as label where label.code = '维四'),
    (select label.name_zh from reference.profile_label as label where label.code = '维五'),
    (select label.name_zh from reference.profile_label as label where label.code = '维六')
]
"""
*/
with

score as (
    select
        ref_area,
        time_period,
        household,
        '维一' as code,
        s1 as score
    from mart.profile_household_month
    union all
    select
        ref_area,
        time_period,
        household,
        '维二' as code,
        s2 as score
    from mart.profile_household_month
    union all
    select
        ref_area,
        time_period,
        household,
        '维三' as code,
        s3 as score
    from mart.profile_household_month
    union all
    select
        ref_area,
        time_period,
        household,
        '维四' as code,
        s4 as score
    from mart.profile_household_month
    union all
    select
        ref_area,
        time_period,
        household,
        '维五' as code,
        s5 as score
    from mart.profile_household_month
    union all
    select
        ref_area,
        time_period,
        household,
        '维六' as code,
        s6 as score
    from mart.profile_household_month
),

placed as (
    select
        ref_area,
        time_period,
        code,
        score,
        row_number() over (
            partition by ref_area, time_period, code order by score desc nulls last, household
        ) as place
    from score
)

select
    placed.ref_area,
    placed.time_period,
    label.name_zh as category,
    label.place as category_position,
    '_T' as series,
    1 as series_position,
    sum(placed.score) as numerator,
    count(*) as denominator,
    count(*) as contributors,
    max(case when placed.place = 1 then placed.score end) as largest,
    coalesce(max(case when placed.place = 2 then placed.score end), 0) as second_largest
from placed
inner join reference.profile_label as label on placed.code = label.code
group by placed.ref_area, placed.time_period, label.name_zh, label.place
