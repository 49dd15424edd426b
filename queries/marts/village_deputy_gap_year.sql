-- One row per in-scope village or community × year in which not all of its deputies were trained.
select
    returned.ref_area,
    returned.year,
    returned.community,
    community.name_zh,
    returned.deputies - returned.deputies_trained as untrained
from staging.community_returns as returned
inner join reference.township as township
    on returned.ref_area = township.ref_area
inner join reference.community as community
    on returned.community = community.community
where
    township.in_scope
    and returned.deputies_trained < returned.deputies
