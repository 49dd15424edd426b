-- One row per column a query may read from what is published, with its table: names, labels, type.
-- A contract says what its own columns are; all others have their labels in reference tables.
with

shown as (
    select
        case when schema_name = 'reference' then 'reference.' else '' end || table_name as table_name,
        table_name as bare_name,
        schema_name = 'reference' as is_reference,
        column_name,
        column_index as position,
        lower(data_type) as type
    from duckdb_columns()
    where
        database_name = current_database()
        and schema_name in ('main', 'reference')
        and not internal
)

select
    shown.table_name,
    coalesce(table_label.group_zh, '参照表') as group_zh,
    coalesce(table_label.position, 1000) as table_position,
    coalesce(table_label.name_zh, contract.name_zh, '') as table_zh,
    coalesce(table_label.meaning_zh, contract.meaning_zh, '') as table_meaning_zh,
    shown.position,
    shown.column_name,
    shown.type,
    coalesce(contract_column.name_zh, own.name_zh, common.name_zh, '') as column_zh,
    coalesce(contract_column.meaning_zh, own.meaning_zh, common.meaning_zh, '') as meaning_zh
from shown
left join reference.table_label as table_label on shown.table_name = table_label.table_name
left join contract on shown.is_reference and shown.bare_name = contract.contract
left join contract_column
    on contract.contract = contract_column.contract
    and shown.column_name = contract_column.name
left join reference.column_label as own
    on shown.table_name = own.table_name
    and shown.column_name = own.column_name
left join reference.column_label as common
    on common.table_name = '*'
    and shown.column_name = common.column_name
order by table_position, shown.table_name, shown.position
