-- One row per in-scope township × month × kind of provider: those with the platform at its end.
-- Every kind has a row: a provider that is not on the register does not exist.
with

kind as (
    select kind
    from (
        values
        ('企业'),
        ('社会组织')
    ) as listed (kind)
)

select
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period,
    kind.kind,
    cast(count(service_providers.provider) as bigint) as providers
from reference.extract_month as extract_month
cross join kind
left join staging.service_providers as service_providers
    on extract_month.ref_area = service_providers.ref_area
    and kind.kind = service_providers.kind
    and extract_month.counted_on >= service_providers.joined_on
    and (
        service_providers.left_on is null
        or service_providers.left_on > extract_month.counted_on
    )
where extract_month.extract = 'service_providers'
group by
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period,
    kind.kind
