/*
name_zh = "志愿积分兑换率"
name_en = "Volunteer points redeemed"
theme = "volunteers"
unit_measure = "per cent of points given"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "neutral"
chance = "none"
extracts = ["volunteer_returns"]
reviewed = 2026-11-22

definition_zh = "当月在公益仓兑换的积分与当月按服务发放的积分之比。"
definition_en = "Points redeemed in the month relative to points given."
caveats_zh = "兑换的可以是以前发放的积分，个别月份会超过100%。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
measure = "sum(record.points_spent)"
*/
select
    ref_area,
    time_period,
    points_spent as numerator,
    points_earned as denominator
from mart.volunteer_month
