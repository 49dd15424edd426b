-- One row per in-scope township × year × kind of trust, fund or charity body; every combination has a
-- row: a fund without accounts in a year did not exist in it. Amounts in yuan, the principal at its end.
with

township_year as (
    select
        extract_month.ref_area,
        extract_month.year,
        kind.kind
    from reference.extract_month
    cross join (
        select kind
        from staging.charity_accounts
        group by kind
    ) as kind
    where extract_month.extract = 'charity_accounts'
    group by extract_month.ref_area, extract_month.year, kind.kind
)

select
    township_year.ref_area,
    cast(township_year.year as string) as time_period,
    township_year.kind,
    cast(count(account.fund) as bigint) as funds,
    cast(coalesce(sum(account.principal), 0) as decimal(18, 2)) as principal,
    cast(coalesce(sum(account.income), 0) as decimal(18, 2)) as income,
    cast(coalesce(sum(account.spent), 0) as decimal(18, 2)) as spent,
    cast(coalesce(sum(account.projects), 0) as bigint) as projects
from township_year
left join staging.charity_accounts as account
    on township_year.ref_area = account.ref_area
    and township_year.year = account.year
    and township_year.kind = account.kind
group by township_year.ref_area, township_year.year, township_year.kind
