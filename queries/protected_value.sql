-- One row per number that is published of a sensitive extract, or that follows from two of them:
-- `point` is the cell of the extract's tables it stands in, `measure` what is counted or added up.
-- A number that several indicators show is several rows, of one point and measure.
-- What only follows from others (is_shown = false) is a number, but no cell to withhold.
-- Amounts are the numbers whose indicator says among how many they are shared out.
-- Reads indicator, figure, protected, observed, figure_observed.
with

declared as (
    select
        id,
        rows_of,
        measure,
        kind,
        cell,
        category_zh,
        '' as series_zh,
        per,
        standardised,
        accumulate
    from indicator
    union all by name
    select
        id,
        rows_of,
        measure,
        'flow' as kind,
        cell,
        category_zh,
        series_zh,
        per,
        false as standardised,
        '' as accumulate
    from figure
),

published as (
    select
        indicator as declared,
        category,
        '_T' as series,
        ref_area,
        time_period,
        numerator,
        denominator,
        numerator_of_period,
        contributors,
        largest,
        second_largest
    from observed
    where obs_status in ('A', 'P')
    union all by name
    select
        figure as declared,
        category,
        series,
        ref_area,
        time_period,
        numerator,
        denominator,
        numerator as numerator_of_period,
        contributors,
        largest,
        second_largest
    from figure_observed
    where obs_status in ('A', 'P')
),

cell as (
    select
        published.*,
        declared.rows_of as extract,
        declared.measure,
        declared.kind,
        declared.per,
        declared.standardised,
        declared.accumulate = 'year' as is_so_far,
        case
            when published.category <> '_T' then declared.category_zh || '=' || published.category
            else declared.cell
        end as cell_category,
        case
            when published.series <> '_T' then declared.series_zh || '=' || published.series
            else '_T'
        end as cell_series
    from published
    inner join declared on published.declared = declared.id
    inner join protected on published.declared = protected.id
),

year_end as (
    select *
    from cell
    where is_so_far and contributors is null
    qualify time_period = max(time_period) over (
        partition by declared, category, series, ref_area, left(time_period, 4)
    )
),

number as (
    select
        * exclude (per, standardised),
        if(is_so_far, 'so far', kind) as span,
        measure as of_measure,
        true as is_shown,
        numerator as value
    from cell
    union all
    -- January to June less January to May is June, published or not
    select
        * exclude (per, standardised),
        kind as span,
        measure as of_measure,
        false as is_shown,
        numerator_of_period as value
    from cell
    where is_so_far
    union all
    -- and the sum up to its last month is the year
    select
        * exclude (per, standardised) replace (left(time_period, 4) as time_period),
        kind as span,
        measure as of_measure,
        false as is_shown,
        numerator as value
    from year_end
    union all
    select
        * exclude (per, standardised) replace (null as contributors),
        if(is_so_far, 'so far', kind) as span,
        declared || ' denominator' as of_measure,
        true as is_shown,
        denominator as value
    from cell
    where standardised
    union all
    -- of a share, those who are not in it are as easily told
    select
        * exclude (per, standardised) replace (null as contributors),
        if(is_so_far, 'so far', kind) as span,
        declared || ' rest' as of_measure,
        true as is_shown,
        denominator - numerator as value
    from cell
    where standardised and per = 100
)

select
    dense_rank() over (
        order by extract, span, time_period, cell_category, cell_series, ref_area
    ) as point,
    declared,
    category,
    series,
    ref_area,
    time_period,
    extract,
    span,
    cell_category,
    cell_series,
    is_shown,
    of_measure as measure,
    contributors is not null as is_amount,
    value,
    contributors,
    largest,
    second_largest
from number
where value is not null
