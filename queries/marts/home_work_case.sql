-- One row per home of an in-scope township to be improved, as it stands on the day the list reaches.
select
    work.ref_area,
    work.kind,
    cast(year(work.applied_on) as bigint) as applied_year,
    cast(year(work.finished_on) as bigint) as finished_year,
    work.applied_on,
    work.approved_on,
    work.started_on,
    work.finished_on,
    cast(work.finished_on - work.applied_on as bigint) as days,
    work.cost
from staging.home_works as work
inner join reference.township as township
    on work.ref_area = township.ref_area
    and township.in_scope
inner join reference.extract as extract
    on extract.extract = 'home_works'
    and work.applied_on <= extract.as_of
