-- One row per in-scope township × year × indicator of the assessment that was scored there.
select
    scores.ref_area,
    scores.year,
    item.domain,
    item.indicator_no,
    item.indicator_zh,
    cast(sum(scores.score) as decimal(18, 2)) as score,
    cast(sum(scores.max_score) as decimal(18, 2)) as full_score
from staging.organization_scores as scores
inner join reference.assessment_item as item on scores.item_no = item.item_no
inner join reference.township as township on scores.ref_area = township.ref_area
where township.in_scope
group by scores.ref_area, scores.year, item.domain, item.indicator_no, item.indicator_zh
