-- One row per check of an extract's rows: what it promises, how to mend it, and how many broke it.
select
    contract.name_zh,
    coalesce(contract_column.name_zh, '整行') as column_zh,
    check_.name,
    check_.kind,
    check_.cause_zh,
    check_.mend_zh,
    count(refusal.line) as broken
from check_
inner join contract on check_.contract = contract.contract
left join contract_column
    on check_.contract = contract_column.contract
    and check_.column = contract_column.name
left join refusal
    on check_.contract = refusal.contract
    and check_.name = refusal.check_name
where contract.kind = 'extract'
group by
    contract.name_zh,
    contract_column.name_zh,
    contract_column.position,
    check_.name,
    check_.kind,
    check_.cause_zh,
    check_.mend_zh
order by count(refusal.line) desc, contract.name_zh, contract_column.position, check_.name
