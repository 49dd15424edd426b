-- Changes of a definition that name no indicator, or one twice on a day.
select
    'event.csv：' || event_on || '“' || name_zh || '”的“口径改变的指标”写着'
    || breaks || '，没有这项指标' as fault
from reference.event
where breaks not in (select id from indicator)
union all
select
    'event.csv：' || event_on || '的口径变化把指标' || breaks || '写了' || count(*) || '次，只留一行'
        as fault
from reference.event
where breaks is not null
group by event_on, breaks
having count(*) > 1
