/*
name_zh = "检查问题的类型与整改"
name_en = "Findings by type"
theme = "organization_quality"
kind = "bars"
unit_zh = "个"
freq = "M"
extracts = ["organization_checks"]
reviewed = 2026-11-22

definition_zh = "2022年以来至期末查出的问题数，按问题类型分，已整改与未整改分列。"
definition_en = "Findings since 2022 up to the end of the month, by type, fixed and unfixed."
category_zh = "问题类型"
series_zh = "整改"

# Which records make the numerator of an area and period
rows = """
record.result = '有问题'
and record.checked_on <= spine.counted_on
"""
rows_category = "record.finding_type"
rows_series = "case when record.fixed_on <= spine.counted_on then '已整改' else '未整改' end"
*/
select
    ref_area,
    time_period,
    finding_type as category,
    case finding_type
        when '财务管理' then 1
        when '内部治理' then 2
        when '年报不实' then 3
        when '活动不正常' then 4
        when '收费不规范' then 5
        when '党建未落实' then 6
        else 7
    end as category_position,
    '已整改' as series,
    1 as series_position,
    fixed as numerator
from mart.organization_finding_month
union all
select
    ref_area,
    time_period,
    finding_type as category,
    case finding_type
        when '财务管理' then 1
        when '内部治理' then 2
        when '年报不实' then 3
        when '活动不正常' then 4
        when '收费不规范' then 5
        when '党建未落实' then 6
        else 7
    end as category_position,
    '未整改' as series,
    2 as series_position,
    found - fixed as numerator
from mart.organization_finding_month
