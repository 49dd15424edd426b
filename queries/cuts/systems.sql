-- One row per business system and what covers it, its own county's first; a system that nothing
-- covers has one row without an item.
with

shown as (
    select '指标' as kind, id as item, name_zh as item_zh, theme from indicator
    union all
    select '统计图' as kind, id as item, name_zh as item_zh, theme from figure
    union all
    select '点位' as kind, id as item, name_zh as item_zh, theme from point_layer
)

select
    system.system,
    system.name_zh,
    system.place,
    starts_with(system.place, county.name_zh) as is_own,
    system.kind_zh,
    system.file,
    system_cover.kind,
    system_cover.item,
    shown.item_zh,
    shown.theme
from reference.system
cross join reference.county
left join reference.system_cover on system.system = system_cover.system
left join shown on system_cover.kind = shown.kind and system_cover.item = shown.item
left join reference.theme on shown.theme = theme.theme
order by
    is_own desc,
    min(theme.position) over (partition by system.system) nulls last,
    system.system,
    system_cover.kind = '页面',
    theme.position nulls last,
    system_cover.kind desc,
    system_cover.item
