-- One row per column of the rows of extracts analysts may read: what tells who a row is about is
-- not among them. `source` is the name a query has for their file, see queries/storing.py.
with

described as (
    select
        contract.contract,
        contract.disclosure,
        contract.name_zh as table_zh,
        contract.meaning_zh as table_meaning_zh,
        case when contract.disclosure = 'sensitive' then 'sensitive' else 'records' end as source,
        contract_column.position,
        contract_column.name as column_name,
        contract_column.type,
        contract_column.name_zh as column_zh,
        concat_ws('；', nullif(contract_column.meaning_zh, ''), nullif(contract_column.vocabulary, ''),
            '单位：' || nullif(contract_column.unit, '')) as meaning_zh
    from contract
    inner join contract_column on contract.contract = contract_column.contract
    where
        contract.kind = 'extract'
        and not contract_column.identifier
),

origin as (
    select distinct
        described.contract,
        described.disclosure,
        described.table_zh,
        described.table_meaning_zh,
        described.source,
        1000 as position,
        column_label.column_name,
        'text' as type,
        column_label.name_zh as column_zh,
        column_label.meaning_zh
    from described
    inner join reference.column_label as column_label
        on column_label.table_name = '*'
        and column_label.column_name in ('file', 'line')
)

select
    source || '.' || contract as table_name,
    source,
    disclosure,
    table_zh,
    coalesce(table_meaning_zh, '') as table_meaning_zh,
    column_name,
    type,
    column_zh,
    coalesce(meaning_zh, '') as meaning_zh
from (from described union all by name from origin)
order by source, contract, position, column_name
