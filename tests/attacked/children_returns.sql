-- Every cell of the monthly returns of children.
with

counted as (
    select
        area.ref_area,
        strftime(month, '%Y-%m') as time_period,
        sum(children) as children,
        sum(visits_due) as due,
        sum(visits_done) as done
    from children_returns
    inner join area on children_returns.ref_area = area.township
    group by all
)

select
    unnest(['children', 'due', 'done', 'missed']) as quantity,
    '_T' as category,
    ref_area,
    time_period,
    unnest([children, due, done, due - done]) as value,
    children as payees
from counted
