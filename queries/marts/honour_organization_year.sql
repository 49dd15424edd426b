-- One row per in-scope township × year: social organizations of it that have been awarded anything in
-- that year or before, each counted once.
with

township_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'honours'
    group by ref_area, year
)

select
    township_year.ref_area,
    cast(township_year.year as string) as time_period,
    cast(count(distinct honour.holder) as bigint) as organizations
from township_year
left join staging.honours as honour
    on township_year.ref_area = honour.ref_area
    and township_year.year >= honour.year
    and honour.holder_kind = '社会组织'
    and honour.kind in ('品牌组织', '领军人物', '慈善榜样', '党建示范点')
group by township_year.ref_area, township_year.year
