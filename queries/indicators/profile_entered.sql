/*
name_zh = "本年新增在册家庭"
name_en = "Households new on the register in the year"
theme = "profiles"
unit_measure = "households"
unit_zh = "户"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "neutral"
extracts = ["assistance_profiles"]
reviewed = 2026-11-22

definition_zh = "年内各月新列入登记册的家庭数，上月不在册、当月在册计一次。"
definition_en = "Households that came on the register in a month of the year, not being on it the month before."
caveats_zh = "退出后又列入的再计一次。2023年1月是登记册的第一个月，没有上月可比，2023年从2月计起；2024年计到8月。"

# Which records make the numerator of an area and period
rows = """
record.month between spine.start_date and spine.counted_on
and exists (
    select 1
    from staging.assistance_profiles as before
    where before.ref_area = record.ref_area and before.month = record.month - interval 1 month
)
and not exists (
    select 1
    from staging.assistance_profiles as before
    where before.household = record.household and before.month = record.month - interval 1 month
)
"""

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "变动=新增"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    count(*) filter (where has_before and before_colour is null) as numerator
from mart.profile_household_month
group by ref_area, year
