-- One row per extract: how often it is due, and how many days after the end of a period.
create table reference.schedule (
    extract varchar,
    name_zh varchar,
    owner_zh varchar,
    freq varchar,
    due_day integer
);

-- One row per extract × township × month with rows; a register's rows bear no month.
create table arrived (
    extract varchar,
    ref_area varchar,
    month_start date,
    rows bigint
);
