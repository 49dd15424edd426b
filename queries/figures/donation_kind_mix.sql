/*
name_zh = "捐款方式构成"
name_en = "Donations by kind"
theme = "charity_funds"
kind = "mix"
unit_zh = "元"
freq = "M"
extracts = ["donations"]
reviewed = 2026-11-22

definition_zh = "当月收到的捐款，按捐赠方式分，不含物资。"
definition_en = "Yuan donated in the month by kind of donation, goods not included."
category_zh = "捐赠方式"
series_zh = "合计"
caveats_zh = "镇街道当月没有报送的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.kind <> '实物捐赠'
"""
measure = "sum(record.amount)"
rows_category = "record.kind"
*/
select
    ref_area,
    time_period,
    kind as category,
    case kind
        when '日常捐赠' then 1
        when '慈善一日捐' then 2
        else 3
    end as category_position,
    '_T' as series,
    1 as series_position,
    amount as numerator
from mart.donation_month
where kind <> '实物捐赠'
