-- One row per column of an extract, in its order.
select
    contract_column.contract,
    contract_column.name,
    contract_column.name_zh,
    contract_column.type,
    coalesce(contract_column.unit, '') as unit,
    coalesce(contract_column.vocabulary, '') as vocabulary,
    coalesce(contract_column.meaning_zh, '') as meaning_zh,
    contract_column.identifier,
    contract_column.band_zh,
    contract_column.band_of,
    contract_column.band_lower,
    contract_column.band_labels
from contract_column
inner join contract on contract_column.contract = contract.contract
where contract.kind = 'extract'
order by contract_column.contract, contract_column.position
