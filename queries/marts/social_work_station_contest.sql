-- One row per in-scope social-work station × year in which it took part in the contest.
select
    station.ref_area,
    station.year,
    station.name as name_zh,
    station.contest_score,
    cast(
        row_number() over (
            partition by station.year order by station.station nulls last
        ) as bigint
    ) as place
from staging.social_work_stations as station
inner join reference.township as township
    on station.ref_area = township.ref_area
where
    township.in_scope
    and station.contest_score is not null
