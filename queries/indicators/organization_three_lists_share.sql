/*
name_zh = "三张清单齐全率"
name_en = "Evaluated organizations with all three lists"
theme = "organization_quality"
unit_measure = "per cent of organizations evaluated"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["organization_effectiveness"]
reviewed = 2026-11-22

definition_zh = "参加绩效评估的社区社会组织中，服务清单、资源清单、项目清单三张都有的家数占比。"
definition_en = "Organizations with a service, a resource and a project list, as a share of those evaluated."

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.has_service_list
and record.has_resource_list
and record.has_project_list
"""
*/
select
    ref_area,
    time_period,
    lists_3 as numerator,
    organizations as denominator
from mart.organization_effectiveness_year
