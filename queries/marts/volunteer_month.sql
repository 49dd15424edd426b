-- One row per in-scope township × month that returned its volunteering.
-- A month without a return has no row: unknown is not zero.
select
    township_month.ref_area,
    township_month.time_period,
    township_month.month_start,
    returned.registered,
    returned.active,
    returned.hours,
    returned.teams,
    returned.active_teams,
    returned.points_earned,
    returned.points_spent,
    returned.items_in,
    returned.items_out,
    returned.talks,
    returned.shows,
    returned.visits,
    returned.food_items
from reference.extract_month as township_month
inner join staging.volunteer_returns as returned
    on township_month.ref_area = returned.ref_area
    and township_month.month_start = returned.month
where township_month.extract = 'volunteer_returns'
