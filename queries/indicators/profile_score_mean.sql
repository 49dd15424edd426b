/*
name_zh = "六维困难程度均分"
name_en = "Mean score over the six dimensions"
theme = "profiles"
unit_measure = "points per household"
unit_zh = "分"
per = 1
decimals = 1
freq = "M"
kind = "flow"
polarity = "neutral"
chance = "none"
extracts = ["assistance_profiles"]
reviewed = 2026-11-22

definition_zh = "当月在册低收入家庭的六维得分按权重加总，再按户平均；100分最困难。"
definition_en = "Six scores of each household on the register added up by their weights, per household; 100 is hardest."
caveats_zh = "六维的名称和权重为本地配置，公开材料没有列名；权重一改，各期均分随之重算。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = """
sum((
record.s1 * (select label.weight from reference.profile_label as label where label.code = '维一')
+ record.s2 * (select label.weight from reference.profile_label as label where label.code = '维二')
+ record.s3 * (select label.weight from reference.profile_label as label where label.code = '维三')
+ record.s4 * (select label.weight from reference.profile_label as label where label.code = '维四')
+ record.s5 * (select label.weight from reference.profile_label as label where label.code = '维五')
+ record.s6 * (select label.weight from reference.profile_label as label where label.code = '维六')
) * 0.01)
"""
*/
with

placed as (
    select
        ref_area,
        time_period,
        weighted,
        row_number() over (
            partition by ref_area, time_period order by weighted desc nulls last, household
        ) as place
    from mart.profile_household_month
)

select
    ref_area,
    time_period,
    sum(weighted) as numerator,
    count(*) as denominator,
    count(*) as contributors,
    max(case when place = 1 then weighted end) as largest,
    coalesce(max(case when place = 2 then weighted end), 0) as second_largest
from placed
group by ref_area, time_period
