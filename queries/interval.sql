-- One row per indicator that declares chance × ref_area × time_period: how far its value may lie
-- from the true one by chance, and what can be told apart in spite of it.
-- Of what is shown alone: whole periods (A) whose numerator and denominator stand in observation.
-- Reads observation, indicator, chance_level, reference.* and the macros of limits.sql.
--
-- obs_lower, obs_upper: 95 % of one area by itself. family_lower, family_upper: all townships of a
-- period hold together with 95 %, each at Šidák's level (Šidák 1967); what is compared is compared
-- with these, since of eight equal townships one in three times some 95 % interval misses.
with

cell as (
    select
        observation.indicator,
        observation.ref_area,
        observation.time_period,
        observation.category,
        observation.obs_value,
        observation.places,
        indicator.polarity,
        indicator.chance,
        cast(indicator.per as double) as per,
        cast(observation.numerator as double) as cases,
        cast(observation.denominator as double) as base,
        township.ref_area is not null as is_township,
        count(township.ref_area) over (
            partition by observation.indicator, observation.time_period
        ) as townships
    from observation
    inner join indicator on observation.indicator = indicator.id
    left join reference.township on observation.ref_area = township.ref_area
    where
        observation.category = '_T'
        and observation.obs_status = 'A'
        and indicator.chance in ('share', 'rate')
        and observation.denominator > 0
        and observation.numerator >= 0
        -- more that count than there are: no share, and nothing is known of its chance
        and (indicator.chance = 'rate' or observation.numerator <= observation.denominator)
),

bounded as (
    select
        cell.*,
        case chance when 'share' then 'wilson' else 'byar' end as method,
        per * case chance
            when 'share' then wilson_lower(cases, base, one.z)
            else byar_lower(cases, one.z) / base
        end as obs_lower,
        per * case chance
            when 'share' then 1 - wilson_lower(base - cases, base, one.z)
            else byar_upper(cases, one.z) / base
        end as obs_upper,
        per * case chance
            when 'share' then score_lower(cases, base, family.z)
            else byar_lower(cases, family.z) / base
        end as family_lower,
        per * case chance
            when 'share' then 1 - score_lower(base - cases, base, family.z)
            else byar_upper(cases, family.z) / base
        end as family_upper
    from cell
    inner join chance_level as one on one.areas = 1
    -- the county is no part of the family
    left join chance_level as family on cell.is_township and cell.townships = family.areas
),

-- How many townships lie wholly above a township, and wholly below it.
apart as (
    select
        bounded.indicator,
        bounded.ref_area,
        bounded.time_period,
        count(*) filter (where other.family_lower > bounded.family_upper) as above,
        count(*) filter (where other.family_upper < bounded.family_lower) as below
    from bounded
    inner join bounded as other
        on bounded.indicator = other.indicator
        and bounded.time_period = other.time_period
    where bounded.is_township and other.is_township and bounded.polarity <> 'neutral'
    group by bounded.indicator, bounded.ref_area, bounded.time_period
)

select
    bounded.indicator,
    bounded.ref_area,
    bounded.time_period,
    bounded.category,
    bounded.obs_lower,
    bounded.obs_upper,
    case when bounded.is_township then bounded.family_lower end as family_lower,
    case when bounded.is_township then bounded.family_upper end as family_upper,
    bounded.method,
    case
        when not bounded.is_township or county.obs_value is null then null
        when bounded.family_lower > county.obs_value then 'higher'
        when bounded.family_upper < county.obs_value then 'lower'
        else 'same'
    end as versus_county,
    -- a place is told of all that are ranked, or of none
    case
        when bounded.townships <> bounded.places then null
        when bounded.polarity = 'lower_is_better' then 1 + apart.below
        else 1 + apart.above
    end as place_from,
    case
        when bounded.townships <> bounded.places then null
        when bounded.polarity = 'lower_is_better' then bounded.townships - apart.above
        else bounded.townships - apart.below
    end as place_to
from bounded
left join apart using (indicator, ref_area, time_period)
left join reference.county as its on true
left join observation as county
    on bounded.indicator = county.indicator
    and bounded.time_period = county.time_period
    and county.ref_area = its.ref_area
    and county.category = '_T'
    and county.obs_status = 'A'
order by bounded.indicator, bounded.time_period, bounded.ref_area
