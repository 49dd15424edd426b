-- One row per open need, the oldest first.
select
    need.need as demand,
    need.kind as kind_zh,
    township.name_zh as area_zh,
    community.name_zh as community_zh,
    need.amount,
    need.raised_on,
    need.deadline_on
from staging.charity_needs as need
inner join reference.township on need.ref_area = township.ref_area
left join reference.community on need.community = community.community
where need.matched_on is null and need.closed_on is null
order by need.raised_on, need.need
