/*
name_zh      = "社会组织服务中心覆盖率"
name_en      = "Townships with a service centre for social organizations"
theme        = "organizations"
unit_measure = "per cent of townships"
unit_zh      = "%"
per          = 100
decimals     = 1
freq         = "M"
kind         = "stock"
polarity     = "higher_is_better"
chance       = "none"
extracts     = ["organizations"]
reviewed     = 2026-11-01

definition_zh = "期末有社会组织服务中心的镇街道占统计口径内镇街道的比重。"
definition_en = "Townships with a service centre for social organizations as a share of those in scope."
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
measure = "cast(count(*) > 0 as integer)"
*/
select
    ref_area,
    time_period,
    -- a second centre in one township covers nobody new
    cast(service_centres > 0 as integer) as numerator,
    1 as denominator
from mart.organization_month
