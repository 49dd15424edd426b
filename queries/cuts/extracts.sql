-- One row per input file: what it is, how far it reaches, how many rows came in and went out.
select
    contract.contract,
    contract.kind,
    contract.name_zh,
    contract.owner_zh,
    contract.disclosure,
    contract.freq,
    contract.due_day,
    contract.meaning_zh,
    receipt.file,
    receipt.sha256,
    receipt.encoding,
    receipt.rows,
    receipt.loaded,
    receipt.refused,
    receipt.surplus,
    extract.as_of
from contract
inner join receipt on contract.contract = receipt.contract
left join reference.extract on contract.contract = extract.extract
order by contract.kind, contract.contract
