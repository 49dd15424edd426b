/*
name_zh = "同一天注销一批组织"
kind = "history"
extract = "organizations"
severity = "warn"
cause_zh = "同一镇街道同一天注销五家以上，多半是补录时把录入日当作注销日"
mend_zh = "核对各家的批准注销日期"
basis_zh = "同一镇街道同一天不少于5家"
*/
-- One row per township × day on which a batch of organizations is struck off.
select
    organizations.ref_area,
    strftime(organizations.deregistered_on, '%Y-%m') as time_period,
    organizations.ref_area || '|' || organizations.deregistered_on as subject,
    strftime(organizations.deregistered_on, '%Y-%m-%d') || '一天注销' || count(*) || '家' as evidence_zh,
    list({'file': organizations.file, 'line': organizations.line} order by organizations.line) as places
from staging.organizations as organizations
where organizations.deregistered_on is not null
group by organizations.ref_area, organizations.deregistered_on
having count(*) >= 5
