/*
name_zh = "公益与婚俗活动"
name_en = "Public activities held"
theme = "honours"
unit_measure = "activities"
unit_zh = "场"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
category_zh = "活动类别"
extracts = ["public_activities"]
reviewed = 2026-11-22

definition_zh = "当月举办的公益、邻里和婚俗活动数，按活动类别分。"
definition_en = "Charity, neighbourhood and wedding activities held in the month, by programme."
caveats_zh = "一次活动分几场的算一次。"

# Which records make the numerator of an area and period
rows = "record.held_on between spine.start_date and spine.counted_on"
rows_category = "record.programme"
*/
select
    ref_area,
    time_period,
    programme as category,
    held as numerator
from mart.public_activity_month
