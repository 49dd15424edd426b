-- One row per extract of a version: what it is and how far it reaches.
select
    contract.contract,
    contract.name_zh,
    contract.disclosure,
    contract.meaning_zh as grain,
    extract.as_of
from contract
inner join reference.extract on contract.contract = extract.extract
where contract.kind = 'extract'
order by contract.contract
