-- One row per column of an extract's contract.
select name_zh, name, type, required, unit, vocabulary, meaning_zh
from contract_column
where contract = $contract
order by position
