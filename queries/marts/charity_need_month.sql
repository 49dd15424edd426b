-- One row per in-scope township × month: its needs of help at the end of the month.
-- Every township has a row in every month of the register: a need that is not listed does not exist.
--   raised                                     needs raised in the month
--   year_raised, _matched, _delivered, _confirmed   of those raised in the last 365 days, how far by then
--   matches, match_days                        needs matched in the last 365 days, days it took in all
--   open_needs, overdue                        neither matched nor withdrawn; raised more than 30 days before
with

township_month as (
    select
        ref_area,
        time_period,
        month_start,
        counted_on
    from reference.extract_month
    where extract = 'charity_needs'
),

need_month as (
    select
        township_month.ref_area,
        township_month.time_period,
        need.raised_on >= township_month.month_start as is_new,
        need.raised_on + interval '365' day > township_month.counted_on as is_of_year,
        need.matched_on <= township_month.counted_on as is_matched,
        need.delivered_on <= township_month.counted_on as is_delivered,
        need.confirmed_on <= township_month.counted_on as is_confirmed,
        need.matched_on <= township_month.counted_on
        and need.matched_on + interval '365' day > township_month.counted_on as is_matched_of_year,
        (need.matched_on is null or need.matched_on > township_month.counted_on)
        and (need.closed_on is null or need.closed_on > township_month.counted_on) as is_open,
        need.raised_on + interval '30' day < township_month.counted_on as is_old,
        cast(need.matched_on - need.raised_on as bigint) as days
    from township_month
    inner join staging.charity_needs as need
        on township_month.ref_area = need.ref_area
        and township_month.counted_on >= need.raised_on
)

select
    township_month.ref_area,
    township_month.time_period,
    cast(count(*) filter (where need_month.is_new) as bigint) as raised,
    cast(count(*) filter (where need_month.is_of_year) as bigint) as year_raised,
    cast(count(*) filter (
        where need_month.is_of_year and need_month.is_matched
    ) as bigint) as year_matched,
    cast(count(*) filter (
        where need_month.is_of_year and need_month.is_delivered
    ) as bigint) as year_delivered,
    cast(count(*) filter (
        where need_month.is_of_year and need_month.is_confirmed
    ) as bigint) as year_confirmed,
    cast(count(*) filter (where need_month.is_matched_of_year) as bigint) as matches,
    cast(coalesce(sum(need_month.days) filter (
        where need_month.is_matched_of_year
    ), 0) as bigint) as match_days,
    cast(count(*) filter (where need_month.is_open) as bigint) as open_needs,
    cast(count(*) filter (where need_month.is_open and need_month.is_old) as bigint) as overdue
from township_month
left join need_month
    on township_month.ref_area = need_month.ref_area
    and township_month.time_period = need_month.time_period
group by township_month.ref_area, township_month.time_period
