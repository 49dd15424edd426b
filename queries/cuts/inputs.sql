-- One row per file an indicator or figure is made of, itself or through the summary tables it
-- reads; first the files whose rows it counts.
with

declared as (
    select id, sql, rows, rows_of, extracts from indicator
    union all
    select id, sql, rows, rows_of, extracts from figure
),

text as (
    select concat_ws(' ', sql, rows) as sql
    from declared
    where id = $declared
    union all
    select mart_sql.sql
    from declared
    inner join mart_sql on regexp_matches(declared.sql, '\bmart\.' || mart_sql.mart || '\b')
    where declared.id = $declared
),

named as (
    select contract.contract
    from contract
    inner join text on regexp_matches(text.sql, '\b(staging|reference)\.' || contract.contract || '\b')
    union
    select unnest(string_split(extracts || ',' || rows_of, ',')) as contract
    from declared
    where id = $declared
)

select
    contract.contract,
    contract.kind,
    contract.name_zh,
    contract.disclosure,
    contract.contract = declared.rows_of as is_counted,
    receipt.file,
    receipt.sha256,
    receipt.rows,
    receipt.loaded,
    receipt.refused,
    extract.as_of
from named
inner join contract on named.contract = contract.contract
inner join receipt on contract.contract = receipt.contract
inner join declared on declared.id = $declared
left join reference.extract on contract.contract = extract.extract
order by
    contract.contract <> declared.rows_of,
    contract.kind,
    contract.contract,
    receipt.file
