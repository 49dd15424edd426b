-- One row per fault of a refused row.
select
    contract.contract,
    contract.disclosure,
    contract.name_zh,
    refusal.file,
    refusal.line,
    refusal.column_zh,
    refusal.value,
    refusal.masked,
    refusal.cause_zh,
    refusal.mend_zh
from refusal
inner join contract on refusal.contract = contract.contract
order by contract.name_zh, refusal.line, refusal.column_zh, refusal.cause_zh
