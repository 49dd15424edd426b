-- One row per dated event of a theme, for the marks on a trend; and of a change in the definition of
-- the indicator drawn, whatever its theme.
select
    cast(event_on as timestamp) as event_on,
    name_zh,
    coalesce(breaks = $indicator, false) as is_break
from reference.event
where
    theme = $theme
    or breaks = $indicator
order by event_on, name_zh
