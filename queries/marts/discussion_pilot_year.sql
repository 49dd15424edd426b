-- One row per in-scope township × year × whether in a pilot community: its discussions.
-- Townships without a pilot have a row of zeros for it: there is none, which is not unknown.
with

township_year as (
    select
        ref_area,
        year
    from reference.extract_month
    where extract = 'discussions'
    group by ref_area, year
),

kind as (
    select
        kind,
        kind = '试点社区' as is_pilot
    from (
        values
        ('试点社区'),
        ('其他村社区')
    ) as listed (kind)
)

select
    township_year.ref_area,
    cast(township_year.year as bigint) as year,
    kind.kind,
    kind.is_pilot,
    cast(count(distinct discussion.community) as bigint) as communities,
    cast(coalesce(sum(discussion.raised), 0) as bigint) as raised,
    cast(coalesce(sum(discussion.settled), 0) as bigint) as settled
from township_year
cross join kind
left join staging.discussions as discussion
    on township_year.ref_area = discussion.ref_area
    and township_year.year = year(discussion.held_on)
    and kind.is_pilot = discussion.is_pilot
group by township_year.ref_area, township_year.year, kind.kind, kind.is_pilot
