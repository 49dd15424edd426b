-- One row: the year whose people reach is counted with.
select max(year) as year
from reference.community_population
