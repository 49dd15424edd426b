-- One row per in-scope township × year × level × kind × title of what is in the register of honours; a
-- title is the name, with the unit that holds it unless that is the bureau itself.
with

titled as (
    select
        ref_area,
        year,
        level,
        cast(case level
            when '全国' then 1
            when '全省' then 2
            when '嘉兴市' then 3
            else 4
        end as bigint) as level_position,
        kind,
        case
            when holder_kind = '民政局' then name_zh
            else name_zh || '：' || holder
        end as title
    from staging.honours
),

known_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'honours'
    group by ref_area, year
)

select
    titled.ref_area,
    cast(titled.year as string) as time_period,
    titled.level,
    titled.level_position,
    titled.kind,
    titled.title,
    cast(count(*) as bigint) as entries
from titled
inner join known_year
    on titled.ref_area = known_year.ref_area
    and titled.year = known_year.year
group by
    titled.ref_area,
    titled.year,
    titled.level,
    titled.level_position,
    titled.kind,
    titled.title
