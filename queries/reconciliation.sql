-- One row per published figure: the observation it must agree with, and whether it does.
-- exact = equal at the indicator's decimals; more_than = above; at_least = not below;
-- about = within the stated band.
with

matched as (
    select
        published_figure.*,
        reconciliation.indicator,
        reconciliation.ref_area,
        reconciliation.time_period,
        reconciliation.category,
        reconciliation.band,
        reconciliation.explanation_zh,
        round(observed.obs_value, cast(indicator.decimals as integer)) as obs_value,
        observation.obs_status = 'Q' as is_withheld
    from reference.published_figure
    left join reference.reconciliation on published_figure.id = reconciliation.published
    left join observed
        on reconciliation.indicator = observed.indicator
        and reconciliation.ref_area = observed.ref_area
        and reconciliation.time_period = observed.time_period
        and reconciliation.category = observed.category
    left join observation
        on observed.indicator = observation.indicator
        and observed.ref_area = observation.ref_area
        and observed.time_period = observation.time_period
        and observed.category = observation.category
    left join indicator on reconciliation.indicator = indicator.id
)

select
    id,
    file,
    domain,
    place,
    place_level,
    as_of,
    period_kind,
    name_zh,
    value,
    unit_zh,
    qualifier,
    indicator,
    ref_area,
    time_period,
    category,
    case when not is_withheld then obs_value end as obs_value,
    explanation_zh,
    case
        when indicator is null then 'no_data'
        when obs_value is null then 'differs'
        when qualifier = 'exact' and obs_value = value then 'agrees'
        when qualifier = 'more_than' and obs_value > value then 'agrees'
        when qualifier = 'at_least' and obs_value >= value then 'agrees'
        when qualifier = 'about' and abs(obs_value - value) <= band then 'agrees'
        else 'differs'
    end as verdict
from matched
order by verdict <> 'differs', verdict <> 'agrees', domain, id
