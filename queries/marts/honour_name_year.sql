-- One row per in-scope township × year × level × kind × name of what is in the register of honours;
-- `entries` of one name are several when several units were awarded the same.
select
    honour.ref_area,
    cast(honour.year as varchar) as time_period,
    honour.level,
    cast(case honour.level
        when '全国' then 1
        when '全省' then 2
        when '嘉兴市' then 3
        else 4
    end as bigint) as level_position,
    honour.kind,
    honour.name_zh,
    cast(count(*) as bigint) as entries
from staging.honours as honour
inner join reference.township as township
    on honour.ref_area = township.ref_area
inner join (
    select year
    from reference.extract_month
    where extract = 'honours'
    group by year
) as known
    on honour.year = known.year
where township.in_scope
group by honour.ref_area, honour.year, honour.level, honour.kind, honour.name_zh
