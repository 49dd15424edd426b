/*
name_zh = "一份台账里有两个截止日"
kind = "cross_file"
extract = "organizations"
severity = "warn"
cause_zh = "同一份台账的各行截止日不同，多半是把两次导出拼在了一起"
mend_zh = "从业务系统重新导出整份台账"
*/
-- One row per register whose rows bear different dates of export: places are the older ones.
with

dated as (
    select 'organizations' as extract, as_of, file, line from staging.organizations
    union all
    select 'social_workers', as_of, file, line from staging.social_workers
    union all
    select 'resident_lounges', as_of, file, line from staging.resident_lounges
    union all
    select 'meal_points', as_of, file, line from staging.meal_points
)

select
    county.ref_area,
    strftime(max(extract.as_of), '%Y-%m') as time_period,
    dated.extract || '|' || max(extract.as_of) as subject,
    dated.extract,
    schedule.name_zh || '截至' || strftime(max(extract.as_of), '%Y-%m-%d') || '，其中' || count(*)
    || '行写的是更早的截止日' as evidence_zh,
    list({'file': dated.file, 'line': dated.line} order by dated.line) as places
from dated
inner join reference.extract as extract on dated.extract = extract.extract
inner join reference.schedule as schedule on dated.extract = schedule.extract
cross join reference.county as county
where dated.as_of < extract.as_of
group by county.ref_area, dated.extract, schedule.name_zh
