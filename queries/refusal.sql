-- One row per fault of a refused row, fit to be shown: what an extract that is not open
-- says of a person stays in the records; the page shows where the fault is and how to mend it.
-- That goes for the cause as well: some causes quote the cell (a code that is none), so of such an
-- extract it is the check's own, which was written before there was a cell.
select
    quarantine.contract,
    quarantine.file,
    quarantine.line,
    quarantine.check_name,
    contract_column.name_zh as column_zh,
    case when contract_column.disclosure = 'open' then quarantine.value end as value,
    contract_column.disclosure <> 'open' and quarantine.value is not null as masked,
    case
        when contract.disclosure = 'open' then quarantine.cause_zh
        else coalesce(promise.cause_zh, '不合格')
    end as cause_zh,
    quarantine.mend_zh
from quarantine
inner join contract on quarantine.contract = contract.contract
left join (
    select
        contract,
        name,
        min(cause_zh) as cause_zh
    from check_
    group by contract, name
) as promise
    on quarantine.contract = promise.contract
    and quarantine.check_name = promise.name
left join contract_column
    on quarantine.contract = contract_column.contract
    and quarantine.column_name = contract_column.name
order by quarantine.contract, quarantine.line, column_zh
