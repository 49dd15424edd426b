-- One row per area, the county first; aliases joined with a bar.
with alias as (
    select ref_area, string_agg(alias, '|' order by alias) as aliases
    from reference.township_alias
    group by ref_area
)

select
    county.ref_area,
    county.name_zh,
    county.short_zh,
    'county' as area_level,
    true as in_scope,
    null as scope_note_zh,
    0 as position,
    '' as aliases
from reference.county
union all
select
    township.ref_area,
    township.name_zh,
    township.name_zh,
    'township',
    township.in_scope,
    township.scope_note_zh,
    township.position,
    coalesce(alias.aliases, '')
from reference.township
left join alias on township.ref_area = alias.ref_area
order by position
