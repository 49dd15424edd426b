-- One row per malformed line. The reader numbers lines without those that continue a quoted cell;
-- a clerk's editor numbers them all.
create or replace temp table broken as
with continuation as (
    select line - row_number() over (order by line) as reader_line
    from lost
    where is_continuation
)

select
    reject.line + (
        select count(*) from continuation where continuation.reader_line < reject.line
    ) as line,
    reject.error_type,
    reject.csv_line
from (
    select
        line,
        min(error_type) as error_type,
        any_value(csv_line) as csv_line
    from reject_errors
    group by line
) as reject
