-- One row per area × year of the assessment of community organizations; areas are the in-scope
-- townships and the county over them. A township whose organizations were not assessed has zeros.
--   organizations, complete   organizations with any score, and with a score on every item
--   items, indicators         distinct items and indicators scored: sums of townships would count
--                             them twice, hence the county's own row
--   score, full_score         sums over all items scored
with

area_township as (
    select
        ref_area as township,
        ref_area as area,
        'township' as area_level
    from reference.township
    where in_scope
    union all
    select
        township.ref_area as township,
        county.ref_area as area,
        'county' as area_level
    from reference.township as township
    cross join reference.county as county
    where township.in_scope
),

area_year as (
    select
        area_township.area,
        area_township.area_level,
        extract_month.year
    from reference.extract_month as extract_month
    inner join area_township on extract_month.ref_area = area_township.township
    where extract_month.extract = 'organization_scores'
    group by area_township.area, area_township.area_level, extract_month.year
),

item_count as (
    select count(*) as items
    from reference.assessment_item
),

sheet as (
    select
        ref_area,
        year,
        credit_code,
        count(*) as items
    from staging.organization_scores
    group by ref_area, year, credit_code
),

sheet_total as (
    select
        area_township.area,
        sheet.year,
        count(*) as organizations,
        count(*) filter (where sheet.items = item_count.items) as complete
    from sheet
    inner join area_township on sheet.ref_area = area_township.township
    cross join item_count
    group by area_township.area, sheet.year
),

score_total as (
    select
        area_township.area,
        scores.year,
        count(distinct scores.item_no) as items,
        count(distinct scores.indicator_no) as indicators,
        sum(scores.score) as score,
        sum(scores.max_score) as full_score
    from staging.organization_scores as scores
    inner join area_township on scores.ref_area = area_township.township
    group by area_township.area, scores.year
)

select
    area_year.area as ref_area,
    area_year.area_level,
    area_year.year,
    cast(area_year.year as string) as time_period,
    cast(coalesce(sheet_total.organizations, 0) as bigint) as organizations,
    cast(coalesce(sheet_total.complete, 0) as bigint) as complete,
    cast(coalesce(score_total.items, 0) as bigint) as items,
    cast(coalesce(score_total.indicators, 0) as bigint) as indicators,
    cast(coalesce(score_total.score, 0) as decimal(18, 2)) as score,
    cast(coalesce(score_total.full_score, 0) as decimal(18, 2)) as full_score
from area_year
left join sheet_total
    on area_year.area = sheet_total.area
    and area_year.year = sheet_total.year
left join score_total
    on area_year.area = score_total.area
    and area_year.year = score_total.year
