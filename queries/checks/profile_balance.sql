-- Months in which the register of low-income households does not balance.
-- What was on it the month before, more those that came, less those that went, is what is on it. Only
-- between months of which the same number of townships sent a register; who moved from one township
-- to another has neither come nor gone.
with

month_count as (
    select
        month_start,
        count(*) as households,
        count(distinct ref_area) as townships,
        count(*) filter (where before_colour is null) as entered,
        bool_and(has_before) as has_before
    from mart.profile_household_month
    group by month_start
),

gone as (
    select
        left_start as month_start,
        count(*) as households
    from mart.profile_household_month
    where left_start is not null
    group by left_start
)

select
    now.month_start,
    opening.households as opening,
    now.entered,
    gone.households as gone,
    now.households
from month_count as now
inner join month_count as opening
    on now.month_start = opening.month_start + interval 1 month
    and now.townships = opening.townships
left join gone on now.month_start = gone.month_start
where
    now.has_before
    and opening.households + now.entered - coalesce(gone.households, 0) <> now.households
