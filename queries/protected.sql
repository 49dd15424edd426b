-- One row per indicator or figure whose records are of a sensitive extract: small counts of it are
-- withheld.
with

declared as (
    select
        id,
        rows_of
    from indicator
    union all
    select
        id,
        rows_of
    from figure
)

select declared.id
from declared
inner join contract on declared.rows_of = contract.contract
where contract.disclosure = 'sensitive'
