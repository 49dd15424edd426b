-- One row per in-scope township × year with its candidates of all levels.
-- A township without a return has no row: unknown is not zero.
select
    exam.ref_area,
    exam.year,
    cast(sum(exam.registered) as bigint) as registered,
    cast(sum(exam.sat) as bigint) as sat,
    cast(sum(exam.passed) as bigint) as passed
from staging.exam_years as exam
inner join reference.township as township
    on exam.ref_area = township.ref_area
where township.in_scope
group by exam.ref_area, exam.year
