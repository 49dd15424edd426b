-- Tables broken and shift of a file whose every line is a record, as almost all are: no rows. To plan
-- broken.sql and shift.sql takes as long over none as over some.
create or replace temp table broken (line bigint, error_type varchar, csv_line varchar);

create or replace temp table shift (records_before bigint, lines_lost bigint)
