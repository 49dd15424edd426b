-- One row per summary table the SQL of an indicator or figure reads.
with declared as (
    select id, sql from indicator
    union all
    select id, sql from figure
)

select
    mart_sql.mart,
    mart_sql.file,
    mart_sql.sql
from declared
inner join mart_sql on regexp_matches(declared.sql, '\bmart\.' || mart_sql.mart || '\b')
where declared.id = $declared
order by mart_sql.mart
