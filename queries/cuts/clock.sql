-- One row: the day the board takes for today; empty for the real one.
select clock_on
from reference.county
