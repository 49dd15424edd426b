-- One row per point × measure: what several indicators publish of it is one number.
--   least_each, most_each   what an amount is a head, over the places of the same table and period:
--                           who knows the usual rate can tell heads from the amount
--   heads                   the measure that counts who got an amount
--   counts_once             whether it counts somebody once who is in several children: then only
--                           relations whose children do not overlap hold
--   cost                    what it costs readers not to see it: the table's usual size, so that the
--                           same tables are withheld from month to month and the large ones stay
with

number as (
    select
        point,
        measure,
        is_amount,
        extract,
        span,
        cell_category,
        cell_series,
        time_period,
        bool_or(category = '_T' and series = '_T') as has_name,
        cast(max(value) as double) as value,
        cast(max(contributors) as double) as contributors,
        cast(max(largest) as double) as largest,
        cast(max(second_largest) as double) as second_largest
    from protected_value
    group by all
),

heads as (
    select
        amount.point,
        amount.measure,
        min(head.measure) as heads
    from number as amount
    inner join number as head
        on amount.point = head.point
        and amount.contributors = head.value
        and not head.is_amount
    where amount.is_amount
    group by all
)

select
    point,
    measure,
    is_amount,
    value,
    contributors,
    largest,
    second_largest,
    heads.heads,
    min(value / nullif(contributors, 0)) over same_month as least_each,
    max(value / nullif(contributors, 0)) over same_month as most_each,
    measure like 'count(distinct %' as counts_once,
    -- a table with an indicator of its own is on cards and maps, one without only in a breakdown
    sqrt(avg(value) over same_table) * if(bool_or(has_name) over same_table, 10, 1) as cost
from number
left join heads using (point, measure)
window
    same_table as (partition by measure, extract, span, cell_category, cell_series),
    same_month as (partition by measure, extract, span, cell_category, cell_series, time_period)
order by point, measure
