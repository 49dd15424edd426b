-- One row per household on the register of an in-scope township × month.
-- What happened to it is told against the month before and the month after, where its township sent
-- a register of that month too: without one, nobody is known to have come, gone or changed.
--   before_colour        its colour the month before, null if it was not on the register
--   has_before           whether its township sent the register of the month before
--   left_start, left_period, left_year   the month in which it is no longer on the register
--   weighted             the six scores by their weights, 0 to 100, the higher the harder
with

month as (
    select
        month.month_start,
        month.time_period,
        month.year,
        month.year * 12 + month.month as place
    from reference.month as month
    inner join reference.extract as extract
        on extract.extract = 'assistance_profiles'
        and month.month_start >= extract.history_from
        and month.month_start <= extract.as_of
),

weight as (
    select
        max(case when code = '维一' then weight end) as w1,
        max(case when code = '维二' then weight end) as w2,
        max(case when code = '维三' then weight end) as w3,
        max(case when code = '维四' then weight end) as w4,
        max(case when code = '维五' then weight end) as w5,
        max(case when code = '维六' then weight end) as w6
    from reference.profile_label
),

profile as (
    select
        profile.household,
        profile.ref_area,
        profile.category,
        profile.profile_type,
        profile.colour,
        label.place as colour_position,
        profile.s1,
        profile.s2,
        profile.s3,
        profile.s4,
        profile.s5,
        profile.s6,
        month.month_start,
        month.time_period,
        month.year,
        month.place
    from staging.assistance_profiles as profile
    inner join month on profile.month = month.month_start
    inner join reference.township as township
        on profile.ref_area = township.ref_area
        and township.in_scope
    inner join reference.profile_label as label on profile.colour = label.code
),

sent as (
    select
        ref_area,
        place
    from profile
    group by ref_area, place
)

select
    profile.ref_area,
    profile.month_start,
    profile.time_period,
    profile.year,
    profile.household,
    profile.category,
    profile.profile_type,
    profile.colour,
    profile.colour_position,
    profile.s1,
    profile.s2,
    profile.s3,
    profile.s4,
    profile.s5,
    profile.s6,
    cast(
        (
            profile.s1 * weight.w1 + profile.s2 * weight.w2 + profile.s3 * weight.w3
            + profile.s4 * weight.w4 + profile.s5 * weight.w5 + profile.s6 * weight.w6
        ) * 0.01 as decimal(18, 2)
    ) as weighted,
    before.colour as before_colour,
    before.colour_position as before_position,
    sent_before.ref_area is not null as has_before,
    case
        when sent_after.ref_area is not null and after.household is null
            then month_after.month_start
    end as left_start,
    case
        when sent_after.ref_area is not null and after.household is null
            then month_after.time_period
    end as left_period,
    case
        when sent_after.ref_area is not null and after.household is null then month_after.year
    end as left_year
from profile
cross join weight
left join profile as before
    on profile.household = before.household
    and profile.place = before.place + 1
left join profile as after
    on profile.household = after.household
    and profile.place = after.place - 1
left join sent as sent_before
    on profile.ref_area = sent_before.ref_area
    and profile.place = sent_before.place + 1
left join sent as sent_after
    on profile.ref_area = sent_after.ref_area
    and profile.place = sent_after.place - 1
left join month as month_after on profile.place = month_after.place - 1
