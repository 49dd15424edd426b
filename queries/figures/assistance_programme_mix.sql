/*
name_zh = "救助资金项目构成"
name_en = "Assistance paid by programme"
theme = "assistance"
kind = "mix"
unit_zh = "元"
freq = "M"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当月已发放的社会救助资金，按救助项目分。"
definition_en = "Social assistance paid in the month, by programme."
category_zh = "救助项目"
series_zh = "合计"
caveats_zh = "只计状态为“已发放”的记录；镇街道当月没有任何发放记录的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '已发放'
"""
measure = "sum(record.amount)"
rows_category = "record.programme"
*/
select
    ref_area,
    time_period,
    programme as category,
    case programme
        when '低保' then 1
        when '特困' then 2
        when '残疾人生活补贴' then 3
        when '重度残疾人护理补贴' then 4
        when '高龄津贴' then 5
        when '困境儿童' then 6
        when '临时救助' then 7
        else 8
    end as category_position,
    '_T' as series,
    1 as series_position,
    amount as numerator,
    recipients as contributors,
    largest,
    second_largest
from mart.assistance_month
where
    area_level = 'township'
    and programme not in ('_T', '残疾人两项补贴')
