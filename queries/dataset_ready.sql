-- One row: whether a version says of its columns what free analysis asks; early ones do not.
select count(*) > 0
from information_schema.columns
where
    table_catalog = 'published'
    and table_name = 'contract_column'
    and column_name = 'band_zh'
