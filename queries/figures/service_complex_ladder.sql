/*
name_zh = "省五星级综合体的评定进程"
name_en = "Service complexes on the way to five stars"
theme = "service_complexes"
kind = "funnel"
unit_zh = "个"
freq = "M"
extracts = ["service_complexes"]
reviewed = 2026-11-22

definition_zh = "期末已投用的社区服务综合体中，走到申报、核查、推荐省五星级、授予五星各步的个数，后一步包含在前一步里。"
definition_en = "Service complexes open at the end of the month that have been declared, checked, recommended for five stars and awarded them; each step is part of the one before."
category_zh = "评定环节"
series_zh = "合计"
caveats_zh = "核查后直接授予三星、四星的，不再往下走。"

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
rows_category = """
[
    case when record.declared_on <= spine.counted_on then '已申报' end,
    case when record.checked_on <= spine.counted_on then '已核查' end,
    case when record.recommended_on <= spine.counted_on then '已推荐' end,
    case when record.star = 5 and record.awarded_on <= spine.counted_on then '已授五星' end
]
"""
*/
select
    service_complex_month.ref_area,
    service_complex_month.time_period,
    step.category,
    step.position as category_position,
    '_T' as series,
    1 as series_position,
    case step.category
        when '已申报' then service_complex_month.declared
        when '已核查' then service_complex_month.checked
        when '已推荐' then service_complex_month.recommended
        else service_complex_month.five_star
    end as numerator
from mart.service_complex_month
cross join (
    values
    ('已申报', 1),
    ('已核查', 2),
    ('已推荐', 3),
    ('已授五星', 4)
) as step (category, position)
