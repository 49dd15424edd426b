/*
name_zh = "本年退出在册家庭"
name_en = "Households that left the register in the year"
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

definition_zh = "年内各月退出登记册的家庭数，上月在册、当月不在册计一次。"
definition_en = "Households that left the register in a month of the year, having been on it the month before."
caveats_zh = "计在退出的那个月、退出前所在的镇街道。2023年从2月计起；2024年计到8月。"

# Which records make the numerator of an area and period
rows = """
record.month + interval 1 month between spine.start_date and spine.counted_on
and exists (
    select 1
    from staging.assistance_profiles as sent
    where sent.ref_area = record.ref_area and sent.month = record.month + interval 1 month
)
and not exists (
    select 1
    from staging.assistance_profiles as later
    where later.household = record.household and later.month = record.month + interval 1 month
)
"""

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "变动=退出"
*/
with

township_year as (
    select
        ref_area,
        year
    from mart.profile_household_month
    group by ref_area, year
),

gone as (
    select
        ref_area,
        left_year,
        count(*) as households
    from mart.profile_household_month
    where left_year is not null
    group by ref_area, left_year
)

select
    township_year.ref_area,
    cast(township_year.year as varchar) as time_period,
    coalesce(gone.households, 0) as numerator
from township_year
left join gone
    on township_year.ref_area = gone.ref_area
    and township_year.year = gone.left_year
