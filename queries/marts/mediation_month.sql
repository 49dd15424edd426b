-- One row per in-scope township × month × level of mediation: cases taken up, and those closed.
-- A month without a case on the register had none.
with

township_month as (
    select
        ref_area,
        time_period,
        month_start,
        month_end
    from reference.extract_month
    where extract = 'mediations'
),

level as (
    select
        level,
        place
    from (
        values
        ('村社区', 1),
        ('镇街道', 2),
        ('市', 3)
    ) as listed (level, place)
)

select
    township_month.ref_area,
    township_month.time_period,
    level.level,
    cast(level.place as bigint) as place,
    cast(count(*) filter (
        where mediation.opened_on >= township_month.month_start
        and mediation.opened_on <= township_month.month_end
    ) as bigint) as opened,
    cast(count(*) filter (
        where mediation.closed_on >= township_month.month_start
        and mediation.closed_on <= township_month.month_end
    ) as bigint) as closed,
    cast(count(*) filter (
        where mediation.closed_on >= township_month.month_start
        and mediation.closed_on <= township_month.month_end
        and mediation.is_settled
    ) as bigint) as settled,
    cast(coalesce(sum(cast(mediation.closed_on - mediation.opened_on as bigint)) filter (
        where mediation.closed_on >= township_month.month_start
        and mediation.closed_on <= township_month.month_end
    ), 0) as bigint) as days
from township_month
cross join level
left join staging.mediations as mediation
    on township_month.ref_area = mediation.ref_area
    and level.level = mediation.level
    and mediation.opened_on <= township_month.month_end
    and (mediation.closed_on is null or mediation.closed_on >= township_month.month_start)
group by
    township_month.ref_area,
    township_month.time_period,
    level.level,
    level.place
