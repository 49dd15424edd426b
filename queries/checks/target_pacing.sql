-- Targets paced by last year's rhythm whose indicator is no running sum of the year.
select
    target.indicator,
    target.ref_area,
    target.year,
    '上年节奏只用于年内累计数，请改填按月序时或留空' as mend_zh
from reference.target
inner join indicator on target.indicator = indicator.id
where target.pacing = '上年节奏' and indicator.accumulate <> 'year'
