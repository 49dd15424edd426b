-- One row per indicator with an area's last values up to a month, oldest first: 25 months, or 13
-- quarters or years; null where there is none that may be shown, and before the definition last
-- changed (queries/segment.sql).
with

candidate as (
    select
        observation.indicator,
        observation.freq,
        observation.obs_value,
        observation.obs_status,
        observation.end_date,
        coalesce(segment.segment, 0) as segment,
        max(coalesce(segment.segment, 0)) over (partition by observation.indicator) as last_segment,
        row_number() over (
            partition by observation.indicator
            order by observation.end_date desc
        ) as recency
    from observation
    inner join reference.month on month.time_period = $time_period
    left join segment
        on observation.indicator = segment.indicator
        and observation.time_period = segment.time_period
    where
        observation.ref_area = $ref_area
        and observation.category = '_T'
        and observation.obs_status <> 'M'
        and observation.end_date <= month.month_end
)

select
    indicator,
    list(case when segment = last_segment then obs_value end order by end_date) as spark,
    count(obs_value) filter (where segment = last_segment) as known,
    max(obs_status) filter (where recency = 1) = 'P' as is_incomplete
from candidate
where recency <= case freq when 'M' then 25 else 13 end
group by indicator
order by indicator
