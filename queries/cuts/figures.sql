-- One row per figure.
select figure.*
from figure
inner join reference.theme on figure.theme = theme.theme
order by theme.position, figure.id
