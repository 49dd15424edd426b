-- One row per table a version publishes.
select
    table_schema,
    table_name
from information_schema.tables
where table_catalog = 'published'
