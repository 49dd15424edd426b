-- One row per gap of lines that are no record (malformed, blank, or inside a quoted cell): how many
-- good records stand before it, and how many lines have been lost by its end. $1 is the heading's
-- line.
create or replace temp table shift as
with gone as (
    select line from broken
    union
    select line from lost
),

numbered as (
    select
        line - $1 - row_number() over (order by line) as records_before,
        row_number() over (order by line) as lines_lost
    from gone
)

-- Neighbouring lines share one place between records: only their last count is true.
select
    records_before,
    max(lines_lost) as lines_lost
from numbered
group by records_before
