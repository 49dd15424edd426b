-- One row per in-scope township × month: its certified social workers at the end of the month.
-- Every township has a row in every month of the register: no certificate on file is zero workers.
-- Level, employer and sex are those of the register today; a tier counts from the day it began, and
-- until then its holder was a front-line worker (一线社工).
with

community_count as (
    select
        ref_area,
        cast(count(*) as bigint) as communities
    from reference.community
    group by ref_area
),

township_month as (
    select
        ref_area,
        month_start,
        time_period,
        year,
        counted_on
    from reference.extract_month
    where extract = 'social_workers'
),

worker_month as (
    select
        township_month.ref_area,
        township_month.month_start,
        social_workers.level,
        social_workers.employer,
        social_workers.sex,
        -- the year of birth is all that is known: age is that reached within the year
        township_month.year - social_workers.birth_year as age,
        social_workers.certified_on >= township_month.month_start as is_new,
        case
            when coalesce(social_workers.tier_since, social_workers.certified_on)
                <= township_month.counted_on then social_workers.tier
            else '一线社工'
        end as tier_then
    from township_month
    inner join staging.social_workers as social_workers
        on township_month.ref_area = social_workers.ref_area
        and township_month.counted_on >= social_workers.certified_on
)

select
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    township_month.year,
    coalesce(community_count.communities, 0) as communities,
    cast(count(worker_month.ref_area) as bigint) as certified,
    cast(count(*) filter (where worker_month.is_new) as bigint) as new_certified,
    cast(count(*) filter (where worker_month.level = '助理') as bigint) as level_assistant,
    cast(count(*) filter (where worker_month.level = '中级') as bigint) as level_intermediate,
    cast(count(*) filter (where worker_month.level = '高级') as bigint) as level_senior,
    cast(count(*) filter (where worker_month.tier_then = '一线社工') as bigint) as tier_front_line,
    cast(count(*) filter (where worker_month.tier_then = '督导助理') as bigint) as tier_assistant,
    cast(count(*) filter (where worker_month.tier_then = '督导') as bigint) as tier_supervisor,
    cast(count(*) filter (where worker_month.employer = '村社区') as bigint)
        as employer_community,
    cast(count(*) filter (where worker_month.employer = '社会组织') as bigint)
        as employer_organization,
    cast(count(*) filter (where worker_month.employer = '机关事业单位') as bigint)
        as employer_government,
    cast(count(*) filter (where worker_month.employer = '医院学校') as bigint)
        as employer_hospital_school,
    cast(count(*) filter (where worker_month.employer = '企业及其他') as bigint)
        as employer_other,
    cast(count(worker_month.sex) as bigint) as sex_known,
    cast(count(*) filter (where worker_month.sex = '女') as bigint) as female,
    cast(count(worker_month.age) as bigint) as age_known,
    cast(count(*) filter (where worker_month.age <= 35) as bigint) as age_to_35
from township_month
left join community_count
    on township_month.ref_area = community_count.ref_area
left join worker_month
    on township_month.ref_area = worker_month.ref_area
    and township_month.month_start = worker_month.month_start
group by
    township_month.ref_area,
    township_month.month_start,
    township_month.time_period,
    township_month.year,
    community_count.communities
