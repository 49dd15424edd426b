/*
name_zh = "同名的组织有两家以上"
kind = "cross_file"
extract = "organizations"
severity = "warn"
cause_zh = "同一镇街道里有同名且未注销的组织，多半是备案转登记后旧的一条没有注销，或重复录入"
mend_zh = "核对是否同一家；是的，注销旧的一条"
*/
-- One row per name that several standing organizations of a township share.
select
    organizations.ref_area,
    strftime(max(organizations.as_of), '%Y-%m') as time_period,
    organizations.ref_area || '|' || organizations.name as subject,
    '“' || organizations.name || '”有' || count(*) || '条未注销的登记：'
    || string_agg(organizations.basis, '、' order by organizations.line) as evidence_zh,
    list({'file': organizations.file, 'line': organizations.line} order by organizations.line) as places
from staging.organizations as organizations
where organizations.basis <> '注销'
group by organizations.ref_area, organizations.name
having count(*) > 1
