/*
name_zh = "近两月无督导的项目占比"
name_en = "Running projects without supervision for two months"
theme = "community_projects"
unit_measure = "per cent of projects running for 60 days"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "lower_is_better"
chance = "share"
extracts = ["community_projects", "project_activities"]
reviewed = 2026-11-22

definition_zh = "期末立项满60天的在实施项目中，当月和上月都没有督导的占比。"
definition_en = "Projects running for 60 days or more without a supervision session in this month and the one before."
caveats_zh = "活动按月报送，60天按两个月计，为本地配置。"

# Which records make the numerator of an area and period
rows = """
record.approved_on <= spine.counted_on
and (record.final_on is null or record.final_on > spine.counted_on)
and (record.cancelled_on is null or record.cancelled_on > spine.counted_on)
and record.approved_on + interval 60 day <= spine.counted_on
and not exists (
    select 1
    from staging.project_activities as activity
    where
        activity.project = record.project
        and activity.ref_area = record.ref_area
        and activity.supervision_sessions > 0
        and activity.month >= spine.start_date - interval 1 month
        and activity.month <= spine.start_date
)
"""
*/
select
    ref_area,
    time_period,
    unvisited as numerator,
    visited_ripe as denominator
from mart.community_project_month
