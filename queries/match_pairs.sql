-- One row per open need × project that could take it: of its kind, reaching its township, still open,
-- with a slot and enough money left. Runs over the records; queries/assigning.py chooses among them.
--   kind_part, area_part, amount_part, deadline_part   how well they fit, 0 to 1 each
--   score                                              these by their weights in setting.csv, 0 to 100
with

weight as (
    select
        max(value) filter (where setting = 'match_kind') as kind,
        max(value) filter (where setting = 'match_area') as area,
        max(value) filter (where setting = 'match_amount') as amount,
        max(value) filter (where setting = 'match_deadline') as deadline
    from reference.setting
),

taken as (
    select
        project,
        count(*) as needs,
        sum(amount) filter (where delivered_on is null) as promised
    from staging.charity_needs
    where project is not null
    group by project
),

open_project as (
    select
        project.*,
        project.slots - coalesce(taken.needs, 0) as slots_left,
        project.amount_raised - project.amount_spent - coalesce(taken.promised, 0) as money_left
    from staging.charity_projects as project
    left join taken on project.project = taken.project
    where
        project.linked_on <= project.as_of
        and (project.open_until is null or project.open_until >= project.as_of)
),

fitting as (
    select
        need.need as demand,
        need.kind as kind_zh,
        need.ref_area,
        need.community,
        need.amount,
        need.raised_on,
        need.deadline_on,
        open_project.project as supply,
        open_project.name as supply_zh,
        open_project.organization as by_zh,
        open_project.slots_left,
        open_project.money_left,
        case when need.kind = open_project.kind then 1.0 else 0.5 end as kind_part,
        case when need.ref_area = open_project.ref_area then 1.0 else 0.5 end as area_part,
        -- twice the amount leaves room for what comes up on the way
        least(1.0, open_project.money_left / nullif(2 * need.amount, 0)) as amount_part,
        case
            when open_project.open_until is null then 1.0
            when need.deadline_on is null then 0.5
            when open_project.open_until >= need.deadline_on then 1.0
            else 0.0
        end as deadline_part
    from staging.charity_needs as need
    inner join open_project
        on (need.kind = open_project.kind or open_project.kind = '其他公益')
        and (open_project.area_zh = '全市' or need.ref_area = open_project.ref_area)
        and need.amount <= open_project.money_left
    where
        need.matched_on is null
        and need.closed_on is null
        and open_project.slots_left > 0
)

select
    fitting.*,
    round(
        100 * (
            kind_part * weight.kind + area_part * weight.area
            + amount_part * weight.amount + deadline_part * weight.deadline
        ) / (weight.kind + weight.area + weight.amount + weight.deadline),
        1
    ) as score
from fitting
cross join weight
order by demand, supply
