-- One row per in-scope township × month: its service complexes at the end of the month.
-- Every township has a row in every month: a complex that is not on the register is not open.
with

community_count as (
    select
        ref_area,
        cast(count(*) as bigint) as communities
    from reference.community
    group by ref_area
),

township_month as (
    select
        ref_area,
        month_start,
        time_period,
        year,
        counted_on
    from reference.extract_month
    where extract = 'service_complexes'
),

open_complex as (
    select
        township_month.ref_area,
        township_month.month_start,
        complex.community,
        complex.opened_on >= township_month.month_start as is_new,
        complex.declared_on <= township_month.counted_on as is_declared,
        complex.checked_on <= township_month.counted_on as is_checked,
        complex.recommended_on <= township_month.counted_on as is_recommended,
        case when complex.awarded_on <= township_month.counted_on then complex.star end as star_then,
        case
            when
                complex.awarded_on >= township_month.month_start
                and complex.awarded_on <= township_month.counted_on
                then cast(complex.awarded_on - complex.declared_on as bigint)
        end as days_to_star
    from township_month
    inner join staging.service_complexes as complex
        on township_month.ref_area = complex.ref_area
        and township_month.counted_on >= complex.opened_on
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    township_month.year,
    community_count.communities,
    cast(count(open_complex.community) as bigint) as complexes,
    cast(count(*) filter (where open_complex.is_new) as bigint) as opened,
    cast(count(distinct open_complex.community) as bigint) as covered_communities,
    cast(count(*) filter (where open_complex.is_declared) as bigint) as declared,
    cast(count(*) filter (where open_complex.is_checked) as bigint) as checked,
    cast(count(*) filter (where open_complex.is_recommended) as bigint) as recommended,
    cast(count(open_complex.star_then) as bigint) as starred,
    cast(count(*) filter (where open_complex.star_then = 3) as bigint) as three_star,
    cast(count(*) filter (where open_complex.star_then = 4) as bigint) as four_star,
    cast(count(*) filter (where open_complex.star_then = 5) as bigint) as five_star,
    cast(count(open_complex.days_to_star) as bigint) as awards,
    cast(coalesce(sum(open_complex.days_to_star), 0) as bigint) as award_days
from township_month
left join community_count
    on township_month.ref_area = community_count.ref_area
left join open_complex
    on township_month.ref_area = open_complex.ref_area
    and township_month.month_start = open_complex.month_start
group by
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    township_month.year,
    community_count.communities
