-- One row per fault of a refused row, fit to be shown: what an extract that is not open
-- says of a person stays in the records; the page shows where the fault is and how to mend it.
select
    quarantine.contract,
    quarantine.file,
    quarantine.line,
    quarantine.check_name,
    contract_column.name_zh as column_zh,
    case when contract_column.disclosure = 'open' then quarantine.value end as value,
    contract_column.disclosure <> 'open' and quarantine.value is not null as masked,
    quarantine.cause_zh,
    quarantine.mend_zh
from quarantine
left join contract_column
    on quarantine.contract = contract_column.contract
    and quarantine.column_name = contract_column.name
order by quarantine.contract, quarantine.line, column_zh
