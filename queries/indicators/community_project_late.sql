/*
name_zh = "节点超期的项目"
name_en = "Projects past the date of a step"
theme = "community_projects"
unit_measure = "projects"
unit_zh = "个"
per = 1
decimals = 0
freq = "M"
kind = "stock"
polarity = "lower_is_better"
extracts = ["project_steps"]
reviewed = 2026-11-22

definition_zh = "期末签约、中期、结项或审计已过应办日期、还没有办完的项目数。"
definition_en = "Projects past the date of contract, mid-term review, completion or audit at the end of the month."
caveats_zh = "一个项目同一时间只停在一个节点。等待立项的申报不计。"

# Which records make the numerator of an area and period
rows = """
record.step not in ('申报', '立项')
and record.due_on < spine.counted_on
and (record.done_on is null or record.done_on > spine.counted_on)
and (record.cancelled_on is null or record.cancelled_on > spine.counted_on)
"""
*/
select
    ref_area,
    time_period,
    late as numerator
from mart.project_late_month
