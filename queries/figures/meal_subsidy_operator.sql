/*
name_zh = "各类运营主体每人次用餐的补贴"
name_en = "Subsidy per meal by kind of operator"
theme = "meal_services"
kind = "bars"
unit_zh = "元／人次"
freq = "M"
per = 1
decimals = 2
extracts = ["meal_services", "meal_points"]
reviewed = 2026-11-23

definition_zh = "当月营业并报送的助餐点，补贴金额与用餐人次之比，按运营主体类型分。"
definition_en = "Subsidies over meals of the points that were open and reported in the month, by kind of operator."
category_zh = "运营主体"
series_zh = "合计"
caveats_zh = "只是财政补贴，不是做一餐饭的全部成本；标准化助餐点的补贴标准较高，各类主体的差别里有它的份额。不在台账里、或不在营业期内的报送不计。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and exists (
    select 1
    from staging.meal_points as point
    where
        point.meal_point = record.meal_point
        and point.ref_area = record.ref_area
        and point.opened_on <= spine.end_date
        and (point.closed_on is null or point.closed_on > spine.start_date)
)
"""
measure = "sum(record.subsidy)"
rows_category = "(select point.operator from staging.meal_points as point where point.meal_point = record.meal_point)"
*/
select
    ref_area,
    time_period,
    operator as category,
    case operator
        when '村社区' then 1
        when '社会组织' then 2
        else 3
    end as category_position,
    '_T' as series,
    1 as series_position,
    sum(subsidy) as numerator,
    sum(meals) as denominator
from mart.meal_load_month
group by ref_area, time_period, operator
