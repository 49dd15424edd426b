-- One row per fault of a refused row, what a clerk needs to find it and mend it; and the refused
-- rows themselves as they stood in the file (a line that is no row of cells stands whole in one).
create table quarantine (
    contract varchar,
    file varchar,
    line bigint,
    check_name varchar,
    column_name varchar,
    value varchar,
    cause_zh varchar,
    mend_zh varchar
);

create table quarantine_row (
    contract varchar,
    file varchar,
    line bigint,
    cells varchar []
);

create table quarantine_heading (
    contract varchar,
    file varchar,
    headings varchar []
)
