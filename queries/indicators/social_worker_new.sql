/*
name_zh      = "年内新增持证社工"
name_en      = "Social workers newly certified in the year"
theme        = "social_workers"
unit_measure = "persons"
unit_zh      = "人"
per          = 1
decimals     = 0
freq         = "A"
kind         = "flow"
polarity     = "higher_is_better"
extracts     = ["social_workers"]
reviewed     = 2026-11-01

definition_zh = "当年第一次取得社会工作者职业资格证书的人数。"
definition_en = "Persons who obtained their first social-work certificate in the year."
caveats_zh    = "原已持证、当年升级的不算新增。"

# Which records make the numerator of an area and period
rows = """
record.certified_on >= spine.start_date
and record.certified_on <= spine.counted_on
"""
*/
select
    social_worker_month.ref_area,
    cast(social_worker_month.year as varchar) as time_period,
    sum(social_worker_month.new_certified) as numerator
from mart.social_worker_month
inner join reference.extract as extract on extract.extract = 'social_workers'
where
    -- a year whose January the register does not reach would be counted short
    date_trunc('year', social_worker_month.month_start) >= extract.history_from
group by social_worker_month.ref_area, social_worker_month.year
