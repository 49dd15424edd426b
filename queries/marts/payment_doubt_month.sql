-- One row per payment × reason to doubt it that its own month shows: who is paid twice, in two townships,
-- under two households, by two programmes that must not be had together. Payments that came back are
-- left out. Rules of findings say what is made of it.
--   twice                      the same person and programme again, if it is not temporary assistance
--   person_townships           the same person in another township
--   person_households          the same person under another household
--   household_townships        the same household in another township
--   互斥, 对象不同             the same person by another programme, which is `other_programme`
-- by month of assistance_payments
with

payment as (
    select
        person,
        household,
        programme,
        ref_area,
        month,
        status,
        file,
        line
    from staging.assistance_payments
    where status <> '退回'
),

twice as (
    select
        person,
        programme,
        month
    from payment
    where programme <> '临时救助'
    group by person, programme, month
    having count(*) > 1
),

person_month as (
    select
        person,
        month,
        min(ref_area) as first_area,
        max(ref_area) as last_area,
        min(household) as first_household,
        max(household) as last_household,
        min(programme) as first_programme,
        max(programme) as last_programme
    from payment
    group by person, month
    having
        min(ref_area) <> max(ref_area)
        or min(household) <> max(household)
        or min(programme) <> max(programme)
),

household_month as (
    select
        household,
        month
    from payment
    group by household, month
    having min(ref_area) <> max(ref_area)
),

conflicting as (
    select
        payment.person,
        payment.household,
        payment.programme,
        payment.ref_area,
        payment.month,
        payment.status,
        payment.file,
        payment.line
    from payment
    inner join person_month
        on payment.person = person_month.person
        and payment.month = person_month.month
        and person_month.first_programme <> person_month.last_programme
)

select
    'twice' as doubt,
    payment.person,
    payment.household,
    payment.programme,
    payment.ref_area,
    payment.month,
    payment.status,
    payment.file,
    payment.line,
    '' as other_programme,
    '' as other_file,
    cast(0 as bigint) as other_line
from payment
inner join twice
    on payment.person = twice.person
    and payment.programme = twice.programme
    and payment.month = twice.month
union all
select
    'person_townships' as doubt,
    payment.person,
    payment.household,
    payment.programme,
    payment.ref_area,
    payment.month,
    payment.status,
    payment.file,
    payment.line,
    '' as other_programme,
    '' as other_file,
    cast(0 as bigint) as other_line
from payment
inner join person_month
    on payment.person = person_month.person
    and payment.month = person_month.month
    and person_month.first_area <> person_month.last_area
union all
select
    'person_households' as doubt,
    payment.person,
    payment.household,
    payment.programme,
    payment.ref_area,
    payment.month,
    payment.status,
    payment.file,
    payment.line,
    '' as other_programme,
    '' as other_file,
    cast(0 as bigint) as other_line
from payment
inner join person_month
    on payment.person = person_month.person
    and payment.month = person_month.month
    and person_month.first_household <> person_month.last_household
union all
select
    'household_townships' as doubt,
    payment.person,
    payment.household,
    payment.programme,
    payment.ref_area,
    payment.month,
    payment.status,
    payment.file,
    payment.line,
    '' as other_programme,
    '' as other_file,
    cast(0 as bigint) as other_line
from payment
inner join household_month
    on payment.household = household_month.household
    and payment.month = household_month.month
union all
select
    conflict.nature as doubt,
    conflicting.person,
    conflicting.household,
    conflicting.programme,
    conflicting.ref_area,
    conflicting.month,
    conflicting.status,
    conflicting.file,
    conflicting.line,
    other.programme as other_programme,
    other.file as other_file,
    other.line as other_line
from conflicting
inner join reference.programme_conflict as conflict
    on conflicting.programme = conflict.programme
inner join conflicting as other
    on conflicting.person = other.person
    and conflicting.month = other.month
    and conflict.other = other.programme
