-- One row per in-scope community × month of which visits were reported: those overdue, all groups.
select
    visit.ref_area,
    visit.community,
    community.name_zh,
    month.time_period,
    cast(sum(visit.overdue) as bigint) as overdue
from staging.care_visits as visit
inner join reference.township as township
    on visit.ref_area = township.ref_area
    and township.in_scope
inner join reference.extract as extract
    on extract.extract = 'care_visits'
    and visit.month >= extract.history_from
    and visit.month <= extract.as_of
inner join reference.month as month on visit.month = month.month_start
inner join reference.community as community on visit.community = community.community
group by visit.ref_area, visit.community, community.name_zh, month.time_period
