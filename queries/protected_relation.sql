-- One row per relation × point in it: the parent (sign -1) is the sum of the children (sign 1).
-- A relation holds for every measure that has a value at all its points; persons counted once in
-- the parent and twice among the children are taken as if it held, but where the children are known
-- to overlap.
-- Reads protected_value, period, reference.category_parent, reference.county.
with recursive

point as (
    select distinct
        point,
        extract,
        span,
        cell_category as category,
        cell_series as series,
        ref_area,
        time_period
    from protected_value
),

heading as (
    select
        extract,
        category as child
    from point
    union
    select
        extract,
        series as child
    from point
),

-- What a category or series is part of, if it is part of anything published: as declared for
-- itself, else for its classification, else of the total.
direct as (
    select
        heading.extract,
        heading.child,
        split_part(heading.child, '=', 1) as dimension,
        case
            when own.category is not null then own.parent
            when its_kind.category is not null then its_kind.parent
            else '_T'
        end as parent,
        coalesce(own.overlapping, its_kind.overlapping, false) as overlapping
    from heading
    left join reference.category_parent as own
        on heading.extract = own.extract and heading.child = own.category
    left join reference.category_parent as its_kind
        on heading.extract = its_kind.extract
        and split_part(heading.child, '=', 1) = its_kind.category
    where heading.child <> '_T'
),

leaf as (
    select direct.*
    from direct
    anti join direct as below
        on direct.extract = below.extract
        and direct.child = below.parent
),

above as (
    select * from leaf
    union all
    select
        above.extract,
        above.child,
        above.dimension,
        direct.parent,
        above.overlapping or direct.overlapping as overlapping
    from above
    inner join direct on above.extract = direct.extract and above.parent = direct.child
),

-- A parent is the sum of what is directly below it, and of what is at the very bottom below it.
part as (
    select
        extract,
        child,
        parent,
        dimension || ' direct' as family,
        overlapping
    from direct
    union all
    select
        extract,
        child,
        parent,
        dimension || ' leaf' as family,
        overlapping
    from above
),

part_of as (
    select
        child.point as child,
        parent.point as parent,
        'area' as family,
        false as overlapping
    from point as child
    inner join reference.county as county on child.ref_area <> county.ref_area
    inner join point as parent
        on county.ref_area = parent.ref_area
        and child.extract = parent.extract
        and child.span = parent.span
        and child.category = parent.category
        and child.series = parent.series
        and child.time_period = parent.time_period
    union all
    select
        child.point as child,
        parent.point as parent,
        part.family,
        part.overlapping
    from point as child
    inner join part on child.extract = part.extract and child.category = part.child
    inner join point as parent
        on part.parent = parent.category
        and child.extract = parent.extract
        and child.span = parent.span
        and child.series = parent.series
        and child.ref_area = parent.ref_area
        and child.time_period = parent.time_period
    union all
    select
        child.point as child,
        parent.point as parent,
        'series ' || part.family as family,
        part.overlapping
    from point as child
    inner join part on child.extract = part.extract and child.series = part.child
    inner join point as parent
        on part.parent = parent.series
        and child.extract = parent.extract
        and child.span = parent.span
        and child.category = parent.category
        and child.ref_area = parent.ref_area
        and child.time_period = parent.time_period
    union all
    -- a cell of a cross table can be part of a category, as declared for it alone
    select
        child.point as child,
        parent.point as parent,
        'cross' as family,
        own.overlapping
    from point as child
    inner join reference.category_parent as own
        on child.extract = own.extract
        and child.category || '×' || child.series = own.category
    inner join point as parent
        on own.parent = parent.category
        and parent.series = '_T'
        and child.extract = parent.extract
        and child.span = parent.span
        and child.ref_area = parent.ref_area
        and child.time_period = parent.time_period
    union all
    -- a running sum, a quarter or a year is the sum of its months, a year that of its quarters; a
    -- stock at the end of a quarter or a year is that at the end of its last month
    select
        child.point as child,
        parent.point as parent,
        'time ' || child_period.freq as family,
        false as overlapping
    from point as child
    inner join period as child_period on child.time_period = child_period.time_period
    inner join point as parent
        on child.extract = parent.extract
        and child.category = parent.category
        and child.series = parent.series
        and child.ref_area = parent.ref_area
    inner join period as parent_period on parent.time_period = parent_period.time_period
    where
        case child.span || ' in ' || parent.span
            when 'flow in so far'
                then
                    child_period.freq = parent_period.freq
                    and child_period.year = parent_period.year
                    and child_period.end_date <= parent_period.end_date
            when 'flow in flow'
                then
                    child_period.freq in ('M', 'Q')
                    and child_period.freq <> parent_period.freq
                    and child_period.start_date >= parent_period.start_date
                    and child_period.end_date <= parent_period.end_date
            when 'stock in stock'
                then
                    child_period.start_date > parent_period.start_date
                    and child_period.end_date = parent_period.end_date
            else false
        end
),

numbered as (
    select
        dense_rank() over (order by parent, family) as relation,
        child,
        parent,
        bool_or(overlapping) over (partition by parent, family) as overlapping
    from part_of
)

select
    relation,
    child as point,
    1 as sign,
    overlapping
from numbered
union
select
    relation,
    parent as point,
    -1 as sign,
    overlapping
from numbered
