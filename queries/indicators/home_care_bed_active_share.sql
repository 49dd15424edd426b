/*
name_zh = "家庭养老床位服务率"
name_en = "Home care beds in use that are served"
theme = "care_facilities"
unit_measure = "percent of home care beds in use"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "higher_is_better"
chance = "share"
extracts = ["home_care_beds"]
reviewed = 2026-11-22

definition_zh = "数据截止日在用的家庭养老床位中，此前60天内有上门服务的比重。"
definition_en = "Share of the home care beds in use on the day the register reaches that had a service in the 60 days before."
caveats_zh = "台账只记最近一次服务，所以只有截止月的数。"

# Which records make the numerator of an area and period
rows = """
record.built_on <= spine.counted_on
and (record.ended_on is null or record.ended_on > spine.counted_on)
and spine.counted_on = spine.as_of
and record.last_service_on + interval '60' day >= spine.as_of
"""
*/
select
    ref_area,
    time_period,
    served as numerator,
    in_use as denominator
from mart.home_care_bed_month
-- the register tells the last service only: of earlier months nothing is known
where served is not null
