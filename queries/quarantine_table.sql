-- One row per fault of a refused row: what a clerk needs to find it and mend it.
create table quarantine (
    contract varchar,
    file varchar,
    line bigint,
    column_name varchar,
    value varchar,
    cause_zh varchar,
    mend_zh varchar
)
