/*
name_zh = "营业的助餐点没有月报"
kind = "cross_file"
extract = "meal_services"
severity = "warn"
cause_zh = "同镇街道的其他点都报了，这个点整月营业却没有月报"
mend_zh = "请该点补报；当月停供的报0；已停业的，在台账补停业日期"
basis_zh = "只看最近24个月；开业、停业的当月不算"
*/
-- One row per meal point × month of the last two years in which it was open from first to last day
-- and sent nothing, while others of its township did. A township without any return is another
-- finding: there nobody handed the file in.
with

township_month as (
    select
        spine.ref_area,
        spine.month_start,
        spine.month_end,
        spine.time_period,
        count(*) as returns
    from reference.extract_month as spine
    inner join staging.meal_services as meal_services
        on spine.ref_area = meal_services.ref_area
        and spine.month_start = meal_services.month
    where
        spine.extract = 'meal_services'
        and spine.month_start > spine.as_of - interval 24 month
    group by spine.ref_area, spine.month_start, spine.month_end, spine.time_period
)

select
    township_month.ref_area,
    township_month.time_period,
    meal_points.meal_point || '|' || township_month.time_period as subject,
    meal_points.name || '当月营业，没有月报；同镇街道有' || township_month.returns || '个点报了'
        as evidence_zh,
    [{'file': meal_points.file, 'line': meal_points.line}] as places
from township_month
inner join staging.meal_points as meal_points
    on township_month.ref_area = meal_points.ref_area
    and township_month.month_start >= meal_points.opened_on
    and (meal_points.closed_on is null or meal_points.closed_on > township_month.month_end)
anti join staging.meal_services as meal_services
    on meal_points.meal_point = meal_services.meal_point
    and township_month.month_start = meal_services.month
