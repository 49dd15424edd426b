-- One row per published cell that a publication changed, the newest publication first. An empty
-- parameter asks for all.
select
    publication.number,
    publication.at,
    publication.version,
    publication.who,
    publication.reason,
    revised.* exclude (number)
from revised
inner join publication on revised.number = publication.number
where
    ($indicator = '' or revised.indicator = $indicator)
    and ($ref_area = '' or revised.ref_area = $ref_area)
order by publication.number desc, revised.is_beyond desc, revised.indicator, revised.time_period desc
