-- One row per cell of a sensitive extract: seen so far, or shown or withheld by this version.
with

declared as (
    select
        id,
        rows_of
    from published.indicator
    union all
    select
        id,
        rows_of
    from published.figure
),

protected as (
    select declared.id
    from declared
    inner join published.contract as contract on declared.rows_of = contract.contract
    where contract.disclosure = 'sensitive'
),

cell as (
    select
        indicator as declared,
        category,
        '_T' as series,
        ref_area,
        time_period,
        obs_status
    from published.observation
    union all
    select
        figure as declared,
        category,
        series,
        ref_area,
        time_period,
        obs_status
    from published.figure_cell
),

told as (
    select
        cell.* exclude (obs_status),
        cell.obs_status in ('A', 'P') as was_shown,
        cell.obs_status = 'Q' as was_withheld
    from cell
    inner join protected on cell.declared = protected.id
    union all
    from seen
)

select
    declared,
    category,
    series,
    ref_area,
    time_period,
    bool_or(was_shown) as was_shown,
    bool_or(was_withheld) as was_withheld
from told
group by all
having was_shown or was_withheld
