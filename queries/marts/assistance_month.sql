-- One row per area × month × programme of assistance paid; areas are the in-scope townships and the
-- county over them, programmes also '_T' over all and '残疾人两项补贴' over the two disability subsidies.
-- An area × month without any record was not reported: it has no row, because unknown is not zero.
-- Persons and households count once in an area, however many payments or townships paid them: sums of
-- smaller rows would count them twice, hence the rows for the county and for programmes together.
--   payments, persons, recipients, households, amount   of payments made (已发放) only; persons are those
--                                                       covered, recipients the distinct payees
--   returned_payments, pending_payments                 payments that came back (退回) or wait (待发放)
--   largest, second_largest                             what the two best paid persons got, for disclosure control
-- by month of assistance_payments
with

area_township as (
    select
        ref_area as township,
        ref_area as area,
        'township' as area_level
    from reference.township
    where in_scope
    union all
    select
        township.ref_area as township,
        county.ref_area as area,
        'county' as area_level
    from reference.township as township
    cross join reference.county as county
    where township.in_scope
),

programme as (
    select word as paid_programme
    from reference.extract_word
    where
        extract = 'assistance_payments'
        and column_name = 'programme'
),

heading_programme as (
    select
        paid_programme,
        paid_programme as heading
    from programme
    union all
    select
        paid_programme,
        '_T' as heading
    from programme
    union all
    select
        paid_programme,
        '残疾人两项补贴' as heading
    from programme
    where paid_programme in ('残疾人生活补贴', '重度残疾人护理补贴')
),

heading as (
    select heading
    from heading_programme
    group by heading
),

paid_person as (
    select
        area_township.area,
        payment.month,
        heading_programme.heading,
        payment.person,
        sum(payment.amount) as paid
    from staging.assistance_payments as payment
    inner join area_township
        on payment.ref_area = area_township.township
    inner join heading_programme
        on payment.programme = heading_programme.paid_programme
    where payment.status = '已发放'
    group by area_township.area, payment.month, heading_programme.heading, payment.person
),

placed_person as (
    select
        area,
        month,
        heading,
        paid,
        row_number() over (
            partition by area, month, heading order by paid desc nulls last, person nulls last
        ) as place
    from paid_person
),

best_paid as (
    select
        area,
        month,
        heading,
        max(case when place = 1 then paid end) as largest,
        max(case when place = 2 then paid end) as second_largest
    from placed_person
    where place <= 2
    group by area, month, heading
),

counted as (
    select
        area_township.area,
        area_township.area_level,
        month.month_start,
        month.time_period,
        heading_programme.heading,
        count(*) filter (where payment.status = '已发放') as paid_rows,
        count(*) filter (where payment.status = '退回') as returned_rows,
        count(*) filter (where payment.status = '待发放') as pending_rows,
        sum(payment.persons) filter (where payment.status = '已发放') as covered,
        count(distinct payment.person) filter (where payment.status = '已发放') as payees,
        count(distinct payment.household) filter (where payment.status = '已发放') as homes,
        sum(payment.amount) filter (where payment.status = '已发放') as paid
    from staging.assistance_payments as payment
    inner join reference.extract as extract
        on extract.extract = 'assistance_payments'
        and payment.month >= extract.history_from
        and payment.month <= extract.as_of
    inner join reference.month as month
        on payment.month = month.month_start
    inner join area_township
        on payment.ref_area = area_township.township
    inner join heading_programme
        on payment.programme = heading_programme.paid_programme
    group by
        area_township.area,
        area_township.area_level,
        month.month_start,
        month.time_period,
        heading_programme.heading
),

reported as (
    select
        area,
        area_level,
        month_start,
        time_period
    from counted
    where heading = '_T'
)

select
    reported.area as ref_area,
    reported.area_level,
    reported.month_start,
    reported.time_period,
    heading.heading as programme,
    -- the area did report this month, so a programme without records paid nobody: zero is true
    cast(coalesce(counted.paid_rows, 0) as bigint) as payments,
    cast(coalesce(counted.returned_rows, 0) as bigint) as returned_payments,
    cast(coalesce(counted.pending_rows, 0) as bigint) as pending_payments,
    cast(coalesce(counted.covered, 0) as bigint) as persons,
    cast(coalesce(counted.payees, 0) as bigint) as recipients,
    cast(coalesce(counted.homes, 0) as bigint) as households,
    cast(coalesce(counted.paid, 0) as decimal(18, 2)) as amount,
    cast(coalesce(best_paid.largest, 0) as decimal(18, 2)) as largest,
    cast(coalesce(best_paid.second_largest, 0) as decimal(18, 2)) as second_largest
from reported
cross join heading
left join counted
    on reported.area = counted.area
    and reported.month_start = counted.month_start
    and heading.heading = counted.heading
left join best_paid
    on reported.area = best_paid.area
    and reported.month_start = best_paid.month
    and heading.heading = best_paid.heading
