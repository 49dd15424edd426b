-- One row per indicator, themes in their order: the catalogue as readers see it.
select
    indicator.*,
    theme.name_zh as theme_zh,
    theme.position as theme_position
from indicator
inner join reference.theme on indicator.theme = theme.theme
order by theme.position, indicator.id
