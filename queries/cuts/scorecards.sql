-- One row per item of a scorecard and the indicator it is judged by, as the county stands at the last
-- complete period up to a month; a scorecard without items has one row without a position.
with

candidate as (
    select
        observation.*,
        row_number() over (
            partition by observation.indicator order by observation.end_date desc
        ) as recency
    from observation
    inner join reference.county on observation.ref_area = county.ref_area
    inner join reference.month on month.time_period = $time_period
    where
        observation.category = '_T'
        and observation.obs_status = 'A'
        and observation.end_date <= month.month_end
)

select
    scorecard.scorecard,
    scorecard.name_zh as scorecard_zh,
    scorecard.meaning_zh,
    item.position,
    item.group_zh,
    item.name_zh,
    item.owner_zh,
    indicator.id as indicator,
    candidate.time_period,
    candidate.obs_value,
    candidate.obs_status,
    candidate.target,
    candidate.pace,
    candidate.pace_basis,
    candidate.progress,
    candidate.judgement,
    candidate.change_year
from reference.scorecard
left join reference.scorecard_item as item on scorecard.scorecard = item.scorecard
left join indicator on item.indicator = indicator.id
left join candidate on indicator.id = candidate.indicator and candidate.recency = 1
order by scorecard.position, item.position
