/*
name_zh = "村社区不在会客厅台账"
kind = "cross_file"
extract = "resident_lounges"
severity = "warn"
cause_zh = "同镇街道的其他村社区都在台账里，只缺少数几个，多半是漏登"
mend_zh = "确认是没有列入计划还是漏登；漏登的补一行"
basis_zh = "该镇街道缺的村社区不超过五分之一时才列出"
*/
-- One row per community in no row of the register, where nearly all others of its township are.
with

listed as (
    select
        community.community,
        community.name_zh,
        community.ref_area,
        count(resident_lounges.lounge) > 0 as is_listed
    from reference.community
    inner join reference.township
        on community.ref_area = township.ref_area
        and township.in_scope
    left join staging.resident_lounges as resident_lounges
        on community.community = resident_lounges.community
    group by community.community, community.name_zh, community.ref_area
),

township as (
    select
        ref_area,
        count(*) filter (where is_listed) as communities_listed,
        count(*) as communities
    from listed
    group by ref_area
)

select
    listed.ref_area,
    strftime(extract.as_of, '%Y-%m') as time_period,
    listed.community as subject,
    listed.name_zh || '不在台账里；该镇街道' || township.communities || '个村社区中有'
    || township.communities_listed || '个已登记' as evidence_zh
from listed
inner join township on listed.ref_area = township.ref_area
inner join reference.extract as extract on extract.extract = 'resident_lounges'
where
    not listed.is_listed
    and township.communities_listed >= 0.8 * township.communities
