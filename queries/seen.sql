-- One row per cell of a sensitive extract × what any version told of it, this one among them.
with

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
)

select
    cell.* exclude (obs_status),
    cell.obs_status = 'Q' as was_withheld
from cell
inner join published.protected as protected on cell.declared = protected.id
where cell.obs_status in ('A', 'P', 'Q')
union
select * from seen
