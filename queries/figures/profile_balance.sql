/*
name_zh = "在册家庭变动"
name_en = "The register over the year"
theme = "profiles"
kind = "bars"
unit_zh = "户"
freq = "A"
rollup = "none"
extracts = ["assistance_profiles"]
reviewed = 2026-11-22

definition_zh = "期初在册、年内新增、年内退出、期末在册的家庭数。"
definition_en = "Households on the register at the beginning, come, gone, and on it at the end of the year."
category_zh = "变动"
series_zh = "合计"
caveats_zh = "期初加新增减退出等于期末。镇街道之间搬迁的不算新增和退出。首年从2023年1月起；2024年计到8月。只出全市数：镇街道的期初、期末与当月在册户数相对照，能推出不公开的小数。"

# Which records make the numerator of an area and period
rows = """
record.month between greatest(spine.start_date - interval 1 month, (select min(first.month) from staging.assistance_profiles as first))
and spine.counted_on
"""
rows_category = """
[
    case when record.month = greatest(spine.start_date - interval 1 month, (select min(first.month) from staging.assistance_profiles as first)) then '期初在册' end,
    case
        when record.month > greatest(spine.start_date - interval 1 month, (select min(first.month) from staging.assistance_profiles as first))
            and exists (
            select 1
            from staging.assistance_profiles as before
            where before.ref_area = record.ref_area and before.month = record.month - interval 1 month
        )
            and not exists (
                select 1
                from staging.assistance_profiles as before
                where
                    before.household = record.household
                    and before.month = record.month - interval 1 month
            )
            then '新增'
    end,
    case
        when record.month + interval 1 month <= spine.counted_on
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
            then '退出'
    end,
    case when record.month = date_trunc('month', spine.counted_on) then '期末在册' end
]
"""
*/
with

month_count as (
    select
        ref_area,
        year,
        month_start,
        count(*) as households,
        count(*) filter (where has_before and before_colour is null) as entered
    from mart.profile_household_month
    group by ref_area, year, month_start
),

gone as (
    select
        ref_area,
        left_year as year,
        count(*) as households
    from mart.profile_household_month
    where left_year is not null
    group by ref_area, left_year
),

-- a year opens with the register at the end of the year before, the first year with its first
edge as (
    select
        edge.year,
        greatest(
            min(month_start) - interval 1 month,
            (select min(month_start) from month_count)
        ) as opening_start,
        max(month_start) as closing_start
    from month_count as edge
    group by edge.year
),

township_year as (
    select
        ref_area,
        year,
        sum(entered) as entered
    from month_count
    group by ref_area, year
),

step as (
    select
        township_year.ref_area,
        township_year.year,
        '期初在册' as step,
        1 as position,
        month_count.households
    from township_year
    inner join edge on township_year.year = edge.year
    inner join month_count
        on township_year.ref_area = month_count.ref_area
        and edge.opening_start = month_count.month_start
    union all
    select
        ref_area,
        year,
        '新增' as step,
        2 as position,
        entered as households
    from township_year
    union all
    select
        township_year.ref_area,
        township_year.year,
        '退出' as step,
        3 as position,
        coalesce(gone.households, 0) as households
    from township_year
    left join gone
        on township_year.ref_area = gone.ref_area
        and township_year.year = gone.year
    union all
    select
        township_year.ref_area,
        township_year.year,
        '期末在册' as step,
        4 as position,
        month_count.households
    from township_year
    inner join edge on township_year.year = edge.year
    inner join month_count
        on township_year.ref_area = month_count.ref_area
        and edge.closing_start = month_count.month_start
)

-- the county alone: a township's register at either end of the year is the indicator's of that month,
-- and what the one table withholds the other must not tell
select
    county.ref_area,
    cast(step.year as varchar) as time_period,
    step.step as category,
    step.position as category_position,
    '_T' as series,
    1 as series_position,
    sum(step.households) as numerator
from step
cross join reference.county
group by county.ref_area, step.year, step.step, step.position
