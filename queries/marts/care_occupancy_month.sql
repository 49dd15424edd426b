-- One row per in-scope township × month × kind of facility with beds, as returned.
-- A kind no facility returned has no row, because unknown is not zero.
select
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period,
    care_occupancy.kind,
    cast(sum(care_occupancy.beds) as bigint) as beds,
    cast(sum(care_occupancy.occupied) as bigint) as occupied,
    cast(sum(care_occupancy.waiting) as bigint) as waiting
from reference.extract_month as extract_month
inner join staging.care_occupancy as care_occupancy
    on extract_month.ref_area = care_occupancy.ref_area
    and extract_month.month_start = care_occupancy.month
where extract_month.extract = 'care_occupancy'
group by
    extract_month.ref_area,
    extract_month.month_start,
    extract_month.time_period,
    care_occupancy.kind
