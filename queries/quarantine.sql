-- One row per fault of a refused row, appended to the quarantine of this build.
insert into quarantine
with cell_fault as (
    select
        parsed.line,
        unnest(parsed.faults) as fault
    from parsed
    where len(parsed.faults) > 0
),

repeat as (
    select parsed.line
    from parsed
    inner join repeated on parsed.record = repeated.record
)

select
    $contract as contract,
    $file as file,
    line,
    fault.column_name,
    fault.value,
    fault.cause_zh,
    fault.mend_zh
from cell_fault
union all
select
    $contract,
    $file,
    line,
    $key,
    null,
    '与前面的一行重复',
    '同一主键只保留一行'
from repeat
union all
select
    $contract,
    $file,
    broken.line,
    null,
    null,
    case broken.error_type
        when 'TOO MANY COLUMNS' then '列数多于表头'
        when 'MISSING COLUMNS' then '列数少于表头'
        when 'UNQUOTED VALUE' then '引号没有配对'
        else '这一行无法辨认'
    end,
    '核对该行的逗号、引号是否多写或漏写'
from broken
