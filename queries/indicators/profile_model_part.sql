/*
name_zh = "画像模型的型、色、维"
name_en = "Types, colours and dimensions in the profiling model"
theme = "profiles"
unit_measure = "parts of the model"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "neutral"
rollup = "none"
category_zh = "类别"
extracts = ["assistance_profiles"]
reviewed = 2026-11-22

definition_zh = "画像模型里配置了几型、几色、几维，全市统一。"
definition_en = "Types, colours and dimensions configured in the profiling model, the same in the whole county."
caveats_zh = "数值取自参照表，不是由画像数据算出。公开材料只说五型、三色、六维，没有列名。"

# Which records make the numerator of an area and period
rows_of = "profile_label"
rows = "true"
measure = "count(distinct record.code)"
rows_category = "record.kind"
*/
-- One model holds in the whole county, so every area carries the same numbers.
with

area as (
    select ref_area
    from reference.township
    where in_scope
    union all
    select ref_area
    from reference.county
),

month as (
    select
        time_period,
        min(ref_area) as some_area
    from reference.extract_month
    where extract = 'assistance_profiles'
    group by time_period
)

select
    area.ref_area,
    month.time_period,
    label.kind as category,
    count(*) as numerator
from area
cross join month
cross join reference.profile_label as label
group by area.ref_area, month.time_period, label.kind
union all
select
    area.ref_area,
    month.time_period,
    '_T' as category,
    count(*) as numerator
from area
cross join month
cross join reference.profile_label as label
group by area.ref_area, month.time_period
