-- One row per in-scope township × month × component of the discussion vitality index, under the set weights
-- and, for comparison, under equal ones: what its count over twelve months is worth in points.
--   index_name   discussion_vitality_index (as set) or discussion_vitality_equal
--   points       weight × count ÷ scale; per 1,000 residents these are the index's points
with

township_month as (
    select
        extract_month.ref_area,
        extract_month.time_period,
        extract_month.year * 12 + extract_month.month as turn
    from reference.extract_month as extract_month
    inner join reference.extract as extract
        on extract_month.extract = extract.extract
    where
        extract_month.extract = 'discussions'
        -- twelve months back the log must have begun
        and extract_month.year * 12 + extract_month.month - 11
            >= year(extract.history_from) * 12 + month(extract.history_from)
),

past_year as (
    select
        township_month.ref_area,
        township_month.time_period,
        count(discussion.discussion) as sessions,
        coalesce(sum(discussion.attendees), 0) as attendees,
        coalesce(sum(discussion.raised), 0) as raised,
        coalesce(sum(discussion.settled), 0) as settled,
        coalesce(sum(discussion.satisfied), 0) as satisfied
    from township_month
    left join staging.discussions as discussion
        on township_month.ref_area = discussion.ref_area
        and township_month.turn >= year(discussion.held_on) * 12 + month(discussion.held_on)
        and township_month.turn - 12 < year(discussion.held_on) * 12 + month(discussion.held_on)
    group by township_month.ref_area, township_month.time_period
)

select
    past_year.ref_area,
    past_year.time_period,
    component.index_name,
    component.component,
    component.place,
    component.name_zh,
    component.weight * cast(
        case component.component
            when 'sessions' then past_year.sessions
            when 'attendees' then past_year.attendees
            when 'raised' then past_year.raised
            when 'settled' then past_year.settled
            else past_year.satisfied
        end as double
    ) / nullif(component.scale, 0) as points
from past_year
inner join reference.index_weight as component
    on component.index_name in ('discussion_vitality_index', 'discussion_vitality_equal')
