-- One row per line that is no record (malformed, blank, or inside a quoted cell): how many good
-- records stand before it, and how many lines have been lost by then. $1 is the heading's line.
create or replace temp table shift as
with gone as (
    select line from broken
    union
    select line from lost
)

select
    line - $1 - row_number() over (order by line) as records_before,
    row_number() over (order by line) as lines_lost
from gone
