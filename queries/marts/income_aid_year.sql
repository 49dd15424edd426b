-- One row per in-scope township × year × aid. A township × year without any project was not reported: it
-- has no row; an aid without one in a township that reported helped nobody.
--   workers, worker_income   of 共富手工坊, under the second aid
with

sent as (
    select
        aid.ref_area,
        aid.year
    from staging.income_aids as aid
    inner join reference.township as township
        on aid.ref_area = township.ref_area
        and township.in_scope
    inner join reference.extract as extract
        on extract.extract = 'income_aids'
        and aid.year >= year(extract.history_from)
        and aid.year <= year(extract.as_of)
    group by aid.ref_area, aid.year
)

select
    sent.ref_area,
    cast(sent.year as string) as time_period,
    item.aid,
    item.name_zh,
    cast(coalesce(sum(aid.households), 0) as bigint) as households,
    cast(coalesce(sum(aid.persons), 0) as bigint) as persons,
    cast(coalesce(sum(aid.income_added), 0) as decimal(18, 2)) as income_added,
    cast(coalesce(sum(aid.persons) filter (
        where aid.project = '共富手工坊'
    ), 0) as bigint) as workers,
    cast(coalesce(sum(aid.income_added) filter (
        where aid.project = '共富手工坊'
    ), 0) as decimal(18, 2)) as worker_income
from sent
cross join reference.aid_item as item
left join staging.income_aids as aid
    on sent.ref_area = aid.ref_area
    and sent.year = aid.year
    and item.aid = aid.aid
group by sent.ref_area, sent.year, item.aid, item.name_zh
