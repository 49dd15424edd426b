-- One row per registered organization of an in-scope township without any activity for more than
-- 365 days on the day the register reaches; one that never had any is counted from its registration.
select
    organizations.ref_area,
    organizations.credit_code,
    organizations.name,
    organizations.is_community,
    month.time_period,
    organizations.registered_on,
    organizations.last_activity_on
from staging.organizations as organizations
inner join reference.township as township on organizations.ref_area = township.ref_area
inner join reference.extract as extract on extract.extract = 'organizations'
inner join reference.month as month
    on extract.as_of >= month.month_start
    and extract.as_of <= month.month_end
where
    township.in_scope
    and organizations.basis = '登记'
    and coalesce(organizations.last_activity_on, organizations.registered_on)
        + interval '365' day < extract.as_of
