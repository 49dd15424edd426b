-- One row per in-scope township × year × level × kind of entry; every combination that occurs in any
-- year or township has a row in all: what is not in the register was not awarded.
--   entries             entries of the year
--   is_honour           whether the kind is an honour, and not a policy, a visit or a partnership
--   ranked, rank_sum    of assessments with a rank: how many, and the sum of their ranks
--   excellent_so_far    assessments come out first or excellent, of this year and those before
--   entries_so_far      entries of this year and those before
with

township_year as (
    select
        extract_month.ref_area,
        extract_month.year,
        class.level,
        class.kind
    from reference.extract_month
    cross join (
        select
            level,
            kind
        from staging.honours
        group by level, kind
    ) as class
    where extract_month.extract = 'honours'
    group by extract_month.ref_area, extract_month.year, class.level, class.kind
)

select
    township_year.ref_area,
    cast(township_year.year as string) as time_period,
    township_year.level,
    township_year.kind,
    township_year.kind not in ('政策文件', '监督调研', '区域合作') as is_honour,
    cast(count(*) filter (where honour.year = township_year.year) as bigint) as entries,
    cast(count(honour.rank) filter (where honour.year = township_year.year) as bigint) as ranked,
    cast(coalesce(sum(honour.rank) filter (
        where honour.year = township_year.year
    ), 0) as bigint) as rank_sum,
    cast(count(*) filter (where honour.is_excellent) as bigint) as excellent_so_far,
    cast(count(honour.honour) as bigint) as entries_so_far
from township_year
left join staging.honours as honour
    on township_year.ref_area = honour.ref_area
    and township_year.level = honour.level
    and township_year.kind = honour.kind
    and township_year.year >= honour.year
group by
    township_year.ref_area,
    township_year.year,
    township_year.level,
    township_year.kind
