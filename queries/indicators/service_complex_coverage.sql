/*
name_zh = "社区服务综合体覆盖率"
name_en = "Villages and communities with a service complex"
theme = "service_complexes"
unit_measure = "per cent of villages and communities"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["service_complexes"]
reviewed = 2026-11-22

definition_zh = "期末有已投用社区服务综合体的村社区，占全部村社区的比重。"
definition_en = "Villages and communities with a service complex open at the end of the month, as a share of all."
caveats_zh = "综合体可以服务周边几个村社区；按所在村社区计，不说明服务半径。"

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
measure = "count(distinct record.community)"
*/
select
    ref_area,
    time_period,
    covered_communities as numerator,
    communities as denominator
from mart.service_complex_month
