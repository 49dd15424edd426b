-- One row per extract × column × word found there. Marts are counted month by month, but which words
-- there are is asked of all months.
create table reference.extract_word (
    extract varchar,
    column_name varchar,
    word varchar
)
