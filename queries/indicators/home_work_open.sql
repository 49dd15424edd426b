/*
name_zh = "在办改造户数"
name_en = "Homes applied for and not finished"
theme = "livelihoods"
unit_measure = "homes"
unit_zh = "户"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "neutral"
extracts = ["home_works"]
reviewed = 2026-11-22

definition_zh = "期末已申请、尚未完工的户数，含待审批和待开工的。"
definition_en = "Homes applied for and not yet finished at the end of the month."

# Which records make the numerator of an area and period
rows = """
record.applied_on <= spine.counted_on
and (record.finished_on is null or record.finished_on > spine.counted_on)
"""
*/
select
    township_month.ref_area,
    township_month.time_period,
    count(home.kind) as numerator
from reference.extract_month as township_month
left join mart.home_work_case as home
    on township_month.ref_area = home.ref_area
    and home.applied_on <= township_month.counted_on
    and (home.finished_on is null or home.finished_on > township_month.counted_on)
where township_month.extract = 'home_works'
group by township_month.ref_area, township_month.time_period
