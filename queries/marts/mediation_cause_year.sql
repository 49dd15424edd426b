-- One row per in-scope township × year × cause: the disputes taken up.
-- Every township has a row for every cause there is: a case that is not on the register was none.
with

township_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'mediations'
    group by ref_area, year
),

cause as (
    select cause
    from staging.mediations
    group by cause
)

select
    township_year.ref_area,
    cast(township_year.year as bigint) as year,
    cause.cause,
    cast(count(mediation.mediation) as bigint) as opened
from township_year
cross join cause
left join staging.mediations as mediation
    on township_year.ref_area = mediation.ref_area
    and township_year.year = year(mediation.opened_on)
    and cause.cause = mediation.cause
group by township_year.ref_area, township_year.year, cause.cause
