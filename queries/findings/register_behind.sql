/*
name_zh = "各数据的截止日不一致"
kind = "cross_file"
extract = "meal_points"
severity = "warn"
cause_zh = "按月报送的数据里，有的比别的截止得早，同一个月的数放在一起并不同期"
mend_zh = "请来源科室重新导出到同一截止日"
*/
-- One row per monthly extract that reaches less far than the furthest one, by calendar month.
with

monthly as (
    select
        extract.extract,
        extract.as_of,
        max(extract.as_of) over () as furthest
    from reference.extract as extract
    inner join reference.schedule as schedule on extract.extract = schedule.extract
    where schedule.freq = 'M'
)

select
    county.ref_area,
    strftime(monthly.as_of, '%Y-%m') as time_period,
    monthly.extract || '|' || monthly.as_of as subject,
    monthly.extract,
    schedule.name_zh || '截至' || month_zh(monthly.as_of) || '，别的已到' || month_zh(monthly.furthest)
        as evidence_zh
from monthly
inner join reference.schedule as schedule on monthly.extract = schedule.extract
cross join reference.county as county
where date_trunc('month', monthly.as_of) < date_trunc('month', monthly.furthest)
