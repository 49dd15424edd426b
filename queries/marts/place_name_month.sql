-- One row per in-scope township × month: place names filed by the month's end, how many of them
-- are complete, and the errors found and mended by then. A name not listed is not filed.
select
    extract_month.ref_area,
    extract_month.time_period,
    cast(count(names.ref_area) as bigint) as filed,
    cast(count(*) filter (
        where names.completed_on <= extract_month.counted_on
    ) as bigint) as complete,
    cast(count(*) filter (
        where names.error_found_on <= extract_month.counted_on
    ) as bigint) as errors,
    cast(count(*) filter (
        where names.error_fixed_on <= extract_month.counted_on
    ) as bigint) as fixed
from reference.extract_month as extract_month
left join staging.place_names as names
    on extract_month.ref_area = names.ref_area
    and extract_month.counted_on >= names.filed_on
where extract_month.extract = 'place_names'
group by extract_month.ref_area, extract_month.time_period
