-- One row per in-scope township × month × kind of need × group of people with any need that is
-- neither matched nor withdrawn at the end of the month. What has no row has no open need.
select
    extract_month.ref_area,
    extract_month.time_period,
    need.kind,
    need.people_zh,
    cast(count(*) as bigint) as open_needs
from reference.extract_month
inner join staging.charity_needs as need
    on extract_month.ref_area = need.ref_area
    and extract_month.counted_on >= need.raised_on
    and (need.matched_on is null or need.matched_on > extract_month.counted_on)
    and (need.closed_on is null or need.closed_on > extract_month.counted_on)
where extract_month.extract = 'charity_needs'
group by extract_month.ref_area, extract_month.time_period, need.kind, need.people_zh
