-- One row per fault of a refused row, appended to the quarantine of this build.
insert into quarantine
with cell_fault as (
    select
        faulty.line,
        unnest(faulty.faults) as number
    from faulty
)

select
    $contract as contract,
    $file as file,
    cell_fault.line,
    promise.check_name,
    promise.column_name,
    refused.cells[promise.cell] as value,
    promise.cause_zh,
    promise.mend_zh
from cell_fault
inner join promise on cell_fault.number = promise.number
inner join refused on cell_fault.line = refused.line
union all
select
    $contract,
    $file,
    line,
    'key_unique',
    $key,
    null,
    $repeated,
    $keep_one
from repeated
union all
select
    $contract,
    $file,
    broken.line,
    line_fault.check_name,
    null,
    null,
    line_fault.cause_zh,
    line_fault.mend_zh
from broken
inner join line_fault
    on line_fault.error_type = case
        when broken.error_type in (select error_type from line_fault) then broken.error_type
        else ''
    end
