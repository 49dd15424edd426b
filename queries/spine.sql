-- One row per indicator or figure × cell (area and period) × township and period whose records the
-- cell counts: what a declared `rows` sees as spine.*. A county's cell counts the records of its
-- townships, a running sum's those of January up to its month.
with

declared as (
    select id, split_part(extracts, ',', 1) as extract, freq, rollup, accumulate from indicator
    union all
    select id, split_part(extracts, ',', 1) as extract, freq, rollup, '' as accumulate from figure
),

area as (
    select
        ref_area as township,
        ref_area
    from reference.township
    where in_scope
    union all
    select
        township.ref_area as township,
        county.ref_area
    from reference.township as township
    cross join reference.county as county
    where township.in_scope
),

township_period as (
    select
        declared.id as declared,
        declared.rollup,
        declared.freq,
        declared.accumulate,
        extract_month.ref_area,
        period.time_period,
        min(extract_month.month_start) as start_date,
        period.end_date,
        period.year,
        max(extract_month.month) as month,
        -- the period's last day, or the day the data reach
        max(extract_month.counted_on) as counted_on,
        extract_month.as_of
    from declared
    inner join reference.extract_month on declared.extract = extract_month.extract
    inner join period
        on declared.freq = period.freq
        and extract_month.month_start between period.start_date and period.end_date
    group by all
)

select
    township_period.declared,
    area.ref_area as cell_area,
    cell.time_period as cell_period,
    -- Within a part the measure is taken at once, and parts are added up: the county's distinct
    -- persons are counted over all townships, its distinct villages township by township.
    case when township_period.rollup = 'none' then area.ref_area else township_period.ref_area end
        as part,
    township_period.ref_area,
    township_period.time_period,
    township_period.start_date,
    township_period.end_date,
    township_period.year,
    township_period.month,
    township_period.counted_on,
    township_period.as_of
from township_period
inner join area on township_period.ref_area = area.township
inner join period as cell
    on township_period.freq = cell.freq
    and township_period.year = cell.year
    and (
        township_period.time_period = cell.time_period
        or (
            township_period.accumulate = 'year'
            and township_period.time_period < cell.time_period
        )
    )
