-- One row per finding × record it is about, by file and line: for those who may see records.
select
    substr(md5(found.rule || '|' || found.subject), 1, 12) as finding,
    coalesce(found.extract, finding_rule.extract) as extract,
    place.file,
    place.line
from found
inner join finding_rule on found.rule = finding_rule.rule
cross join unnest(found.places) as unnested (place)
order by finding, place.file, place.line
