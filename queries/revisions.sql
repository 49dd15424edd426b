-- One row per published observation that another version changes: from what to what, and whether
-- by more than the indicator's tolerance. A provisional value is expected to move; one that was
-- final and is gone never is; one that is withheld now is neither.
-- Reads before.observation, after.observation, after.indicator.
select
    old.indicator,
    indicator.name_zh,
    indicator.unit_zh,
    indicator.decimals,
    theme.name_zh as theme_zh,
    old.ref_area,
    coalesce(township.name_zh, county.short_zh) as area_name,
    old.time_period,
    old.category,
    case when new.obs_status is distinct from 'Q' then old.obs_value end as old_value,
    new.obs_value as new_value,
    old.obs_status as old_status,
    new.obs_status as new_status,
    coalesce(
        old.obs_status = 'A'
        and new.obs_status is distinct from 'Q'
        and (
            new.obs_value is null
            or abs(new.obs_value - old.obs_value)
            > coalesce(indicator.tolerance, tolerance.value) * abs(old.obs_value)
        ),
        false
    ) as is_beyond
from before.observation as old
left join after.observation as new
    on old.indicator = new.indicator
    and old.ref_area = new.ref_area
    and old.time_period = new.time_period
    and old.category = new.category
left join after.indicator as indicator on old.indicator = indicator.id
left join after.reference.theme as theme on indicator.theme = theme.theme
left join after.reference.township as township on old.ref_area = township.ref_area
left join after.reference.county as county on old.ref_area = county.ref_area
cross join (
    select value from after.reference.setting where setting = 'revision_tolerance'
) as tolerance
where
    old.obs_status in ('A', 'P')
    and (
        old.obs_value is distinct from new.obs_value
        or old.obs_status is distinct from new.obs_status
    )
order by
    is_beyond desc,
    theme.position,
    indicator.standardised,
    old.indicator,
    township.position nulls first,
    old.category,
    old.time_period desc
