-- One row per column of a contract, in its order, and whether it tells who a record is about.
select
    name,
    name_zh,
    type,
    identifier
from contract_column
where contract = $contract
order by position
