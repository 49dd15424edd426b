-- One row per dated event of a theme, for the marks on a trend.
select cast(event_on as timestamp) as event_on, name_zh
from reference.event
where theme = $theme
order by event_on, name_zh
