/*
name_zh = "特困供养标准"
name_en = "Standard of support for people in extreme difficulty"
theme = "assistance"
unit_measure = "yuan per person and month"
unit_zh = "元／人·月"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "neutral"
rollup = "none"
extracts = ["assistance_payments"]
tolerance = 0.0
reviewed = 2026-11-01

definition_zh = "当月1日执行的特困供养人员基本生活保障标准，全市统一。"
definition_en = "Basic living standard for people in extreme difficulty in force on the first day of the month, the same in the whole county."
caveats_zh = "数值取自标准参照表，不是由发放明细算出，发放明细只决定统计到哪个月。2023年以前为演示数据。"

# Which records make the numerator of an area and period
rows_of = "standard"
rows = """
record.programme = '特困'
and record.valid_from = (
    select max(standard.valid_from)
    from reference.standard
    where
        standard.programme = record.programme
        and standard.valid_from <= spine.start_date
)
"""
measure = "max(record.amount)"
*/
-- One standard holds in the whole county, so every area carries the same amount.
with

area as (
    select ref_area
    from reference.township
    where in_scope
    union all
    select ref_area
    from reference.county
)

select
    area.ref_area,
    standard_month.time_period,
    standard_month.amount as numerator
from area
cross join mart.standard_month
where standard_month.programme = '特困'
