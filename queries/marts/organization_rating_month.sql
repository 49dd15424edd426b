-- One row per in-scope township × month of residents' ratings of community organizations.
-- A township without rows had nobody who rated: zeros, and no share.
--   enough, low   organizations with at least 10 ratings in the month, and those of them whose mean
--                 is below 3.5 of 5; both numbers are local configuration
select
    extract_month.ref_area,
    extract_month.time_period,
    cast(count(ratings.ref_area) as bigint) as organizations,
    cast(coalesce(sum(ratings.rated), 0) as bigint) as rated,
    cast(coalesce(sum(ratings.satisfied), 0) as bigint) as satisfied,
    cast(count(*) filter (where ratings.rated >= 10) as bigint) as enough,
    cast(count(*) filter (
        where ratings.rated >= 10 and ratings.score_sum * 2 < ratings.rated * 7
    ) as bigint) as low,
    cast(count(*) filter (where ratings.credit_level = '优秀') as bigint) as credit_excellent,
    cast(count(*) filter (where ratings.credit_level = '良好') as bigint) as credit_good,
    cast(count(*) filter (where ratings.credit_level = '一般') as bigint) as credit_fair,
    cast(count(*) filter (where ratings.credit_level = '较差') as bigint) as credit_poor
from reference.extract_month as extract_month
left join staging.organization_ratings as ratings
    on extract_month.ref_area = ratings.ref_area
    and extract_month.month_start = ratings.month
where extract_month.extract = 'organization_ratings'
group by extract_month.ref_area, extract_month.time_period
