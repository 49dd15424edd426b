/*
name_zh = "名称里的镇街道与登记的不同"
kind = "cross_file"
extract = "organizations"
severity = "warn"
cause_zh = "名称里写着另一个镇街道，登记地可能选错"
mend_zh = "核对住所；确实跨地开展活动的，说明后标为已说明"
*/
-- One row per standing organization named after one township and filed under another.
select
    organizations.ref_area,
    strftime(organizations.as_of, '%Y-%m') as time_period,
    organizations.credit_code as subject,
    '“' || organizations.name || '”登记在' || filed.name_zh as evidence_zh,
    [{'file': organizations.file, 'line': organizations.line}] as places
from staging.organizations as organizations
inner join reference.township as filed on organizations.ref_area = filed.ref_area
where
    organizations.basis <> '注销'
    and not contains(organizations.name, filed.name_zh)
    and exists (
        select 1 from reference.township where contains(organizations.name, township.name_zh)
    )
