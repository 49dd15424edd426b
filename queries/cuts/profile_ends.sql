-- One row per indicator in which a township stands out from the county, the strongest first, then
-- the weakest: at most three at either end, one of a theme, each with what it is listed for.
-- It lies apart by no less than a headline needs, and its place in the better (or worse) half. Where
-- the indicator has intervals, the township's is told apart from the county too, and its place from
-- the last (or first); without them it is in the first (or last) quarter. Counts of few, and shares
-- whose base is withheld, are listed at neither end.
with

shown as (
    select
        observation.indicator,
        max(observation.time_period) as time_period
    from observation
    inner join reference.month on month.time_period = $time_period
    inner join reference.county on observation.ref_area = county.ref_area
    where
        observation.category = '_T'
        and observation.obs_status = 'A'
        and observation.end_date <= month.month_end
    group by observation.indicator
),

limits as (
    select
        max(value) filter (where setting = 'headline_change') as least_change,
        max(value) filter (where setting = 'headline_base') as least_base
    from reference.setting
),

middle as (
    select
        observation.indicator,
        observation.time_period,
        observation.obs_value
    from observation
    inner join reference.county on observation.ref_area = county.ref_area
    where observation.category = '_T' and observation.obs_status = 'A'
),

township as (
    select
        observation.indicator,
        observation.ref_area,
        observation.time_period,
        observation.denominator,
        observation.obs_value,
        observation.place,
        observation.places,
        observation.tied,
        observation.place
        + count(*) over (partition by observation.indicator, observation.obs_value) - 1
            as last_place,
        stddev_pop(observation.obs_value) over (partition by observation.indicator) as spread
    from observation
    inner join shown
        on observation.indicator = shown.indicator
        and observation.time_period = shown.time_period
    inner join reference.township on observation.ref_area = township.ref_area
    where observation.category = '_T' and observation.obs_status = 'A'
),

known as (
    select
        township.*,
        indicator.name_zh,
        indicator.unit_zh,
        indicator.decimals,
        indicator.polarity,
        indicator.theme,
        theme.position,
        middle.obs_value as county_value,
        township.obs_value - middle.obs_value as change_county,
        case indicator.polarity when 'lower_is_better' then -1 else 1 end
        * (township.obs_value - middle.obs_value) as better_by,
        interval.ref_area is not null as has_interval,
        interval.versus_county,
        case interval.versus_county
            when 'same' then 0
            when 'higher' then 1
            when 'lower' then -1
        end * case indicator.polarity when 'lower_is_better' then -1 else 1 end as better,
        coalesce(interval.place_from, township.place) as place_from,
        coalesce(interval.place_to, township.last_place) as place_to
    from township
    inner join indicator on township.indicator = indicator.id
    inner join reference.theme on indicator.theme = theme.theme
    inner join middle
        on township.indicator = middle.indicator
        and township.time_period = middle.time_period
    left join interval
        on township.indicator = interval.indicator
        and township.ref_area = interval.ref_area
        and township.time_period = interval.time_period
        and interval.category = '_T'
    cross join limits
    where
        township.ref_area = $ref_area
        and indicator.standardised
        and township.places >= 4
        and township.denominator >= limits.least_base
),

ended as (
    select
        known.*,
        case
            when abs(known.better_by) < limits.least_change * abs(known.county_value) then null
            when known.has_interval and coalesce(known.better, 0) <> sign(known.better_by) then null
            when
                known.better_by > 0
                and 2 * known.place <= known.places
                and known.place_to < known.places
                and (known.has_interval or 4 * known.place_to <= known.places)
                then 'strongest'
            when
                known.better_by < 0
                and 2 * known.place > known.places + 1
                and known.place_from > 1
                and (
                    known.has_interval
                    or 4 * (known.places - known.place_from + 1) <= known.places
                )
                then 'weakest'
        end as at_end,
        abs(known.better_by) / nullif(known.spread, 0) as apart
    from known
    cross join limits
),

-- What is told from chance goes before what is merely first or last; then the place, then how far
-- it lies from the county in the townships' own standard deviations.
graded as (
    select
        ended.*,
        row_number() over (
            partition by at_end, theme
            order by
                has_interval desc,
                case at_end when 'strongest' then place_from else places - place_to end,
                case at_end when 'strongest' then place_to else places - place_from end,
                apart desc,
                indicator
        ) as of_theme
    from ended
    where at_end is not null
),

listed as (
    select
        graded.*,
        row_number() over (
            partition by at_end
            order by
                has_interval desc,
                case at_end when 'strongest' then place_from else places - place_to end,
                case at_end when 'strongest' then place_to else places - place_from end,
                apart desc,
                position,
                indicator
        ) as listed_as
    from graded
    where of_theme = 1
)

select
    at_end,
    indicator,
    name_zh,
    unit_zh,
    decimals,
    polarity,
    ref_area,
    time_period,
    obs_value,
    county_value,
    change_county,
    has_interval,
    versus_county,
    place,
    place_from,
    place_to,
    places,
    tied
from listed
where listed_as <= 3
order by at_end, listed_as
