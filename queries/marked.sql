-- One row per refused row of a file: its cells as they stood, and beside them what a clerk mends.
select
    quarantine_row.line,
    quarantine_row.cells,
    list(distinct fault.column_name) as columns,
    string_agg(
        coalesce(fault.name_zh, '整行'), '；' order by fault.name_zh, fault.cause_zh
    ) as fields,
    string_agg(fault.cause_zh, '；' order by fault.name_zh, fault.cause_zh) as causes,
    string_agg(fault.mend_zh, '；' order by fault.name_zh, fault.cause_zh) as mends
from quarantine_row
inner join (
    select
        quarantine.*,
        heading.name_zh
    from quarantine
    left join heading on quarantine.column_name = heading.name
    where
        quarantine.contract = $contract
        and quarantine.file = $file
) as fault
    on quarantine_row.line = fault.line
where
    quarantine_row.contract = $contract
    and quarantine_row.file = $file
group by quarantine_row.line, quarantine_row.cells
order by quarantine_row.line
