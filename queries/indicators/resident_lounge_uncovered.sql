/*
name_zh      = "尚无会客厅的村社区"
name_en      = "Villages and communities without a built lounge"
theme        = "resident_lounges"
unit_measure = "villages and communities"
unit_zh      = "个"
per          = 1
decimals     = 0
freq         = "M"
kind         = "stock"
polarity     = "lower_is_better"
same_as      = "resident_lounge_coverage"
extracts     = ["resident_lounges"]
reviewed     = 2026-11-01

definition_zh = "期末没有建成的居民会客厅的村社区数，在建和拟建的也在其内。"
definition_en = "Villages and communities without a built lounge at the end of the month."

# Which records make the numerator of an area and period
rows_of = "community"
rows = """
not exists (
    select 1
    from staging.resident_lounges as lounge
    where
        lounge.community = record.community
        and lounge.planned_on <= spine.counted_on
        and lounge.built_on <= spine.counted_on
)
"""
*/
select
    ref_area,
    time_period,
    communities - covered_communities as numerator
from mart.resident_lounge_month
