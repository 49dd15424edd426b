-- One row per refused row as it stood in the file, appended to the quarantine of this build.
insert into quarantine_row
select
    $contract as contract,
    $file as file,
    line,
    cells
from refused
union all
select
    $contract,
    $file,
    line,
    [csv_line]
from broken
