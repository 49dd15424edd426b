/*
name_zh      = "镇街道社会组织服务中心"
name_en      = "Township service centres for social organizations"
theme        = "organizations"
unit_measure = "centres"
unit_zh      = "个"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "期末登记的镇街道社会组织服务中心数。"
definition_en = "Registered township service centres for social organizations at the end of the month."
caveats_zh    = "按登记台账认定：服务领域为社会组织服务、类别为社会服务机构、不落在具体村社区。"

# Which records make the numerator of an area and period
rows = """
record.basis <> '备案'
and record.registered_on <= spine.counted_on
and (record.deregistered_on is null or record.deregistered_on > spine.counted_on)
and record.field = '社会组织服务'
and record.kind = '社会服务机构'
and record.community is null
"""
*/
select
    ref_area,
    time_period,
    service_centres as numerator
from mart.organization_month
