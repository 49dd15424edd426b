/*
name_zh = "在册家庭的类别构成"
name_en = "Households on the register by category"
theme = "profiles"
kind = "mix"
unit_zh = "户"
freq = "M"
rollup = "none"
extracts = ["assistance_profiles"]
reviewed = 2026-11-22

definition_zh = "当月在册低收入家庭数，按低保、特困、低保边缘、其他低收入分。"
definition_en = "Households on the register in the month, by category."
category_zh = "低收入类别"
series_zh = "合计"
caveats_zh = "只出全市数：镇街道的分类户数与救助发放的户数相对照，能推出不公开的小数。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
rows_category = "record.category"
*/
-- the county alone: townships' households on 低保 are published of the payments too, and what one table
-- withholds the other must not tell
select
    county.ref_area,
    household.time_period,
    household.category,
    case household.category
        when '低保' then 1
        when '特困' then 2
        when '低保边缘' then 3
        else 4
    end as category_position,
    '_T' as series,
    1 as series_position,
    count(*) as numerator
from mart.profile_household_month as household
cross join reference.county
group by county.ref_area, household.time_period, household.category
