-- One row per published figure of another place: what stands beside it here, as it was at the last
-- complete period of that date, or else the first after it; and the figure it is read against.
with

beside as (
    select
        benchmark.published,
        observation.time_period,
        observation.end_date,
        observation.obs_value,
        -- '2023' and '2023-05-13' are followed by whatever begins later
        observation.time_period > published_figure.as_of || '-99' as is_after
    from reference.benchmark
    inner join reference.published_figure on benchmark.published = published_figure.id
    inner join observation on benchmark.indicator = observation.indicator
    inner join reference.county on observation.ref_area = county.ref_area
    where observation.category = '_T' and observation.obs_status = 'A'
),

candidate as (
    select
        published,
        time_period,
        obs_value
    from beside
    qualify row_number() over (
        partition by published
        order by is_after, case when is_after then end_date end, end_date desc
    ) = 1
)

select
    published_figure.id,
    domain.name_zh as domain_zh,
    published_figure.place,
    published_figure.name_zh,
    published_figure.as_of,
    published_figure.value,
    published_figure.unit_zh,
    published_figure.qualifier,
    published_figure.file,
    other.name_zh as other_zh,
    other.value as other_value,
    other.unit_zh as other_unit_zh,
    published_figure.value / nullif(other.value, 0) as of_other,
    benchmark.same_basis,
    benchmark.note_zh,
    indicator.id as indicator,
    indicator.name_zh as indicator_zh,
    candidate.time_period,
    candidate.obs_value
from reference.benchmark
inner join reference.published_figure on benchmark.published = published_figure.id
inner join reference.domain on published_figure.domain = domain.domain
left join reference.benchmark_pair on benchmark.published = benchmark_pair.published
left join reference.published_figure as other on benchmark_pair.other = other.id
left join indicator on benchmark.indicator = indicator.id
left join candidate on benchmark.published = candidate.published
order by domain.position, published_figure.place, published_figure.id
