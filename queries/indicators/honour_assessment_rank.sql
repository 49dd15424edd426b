/*
name_zh = "嘉兴考核名次"
name_en = "Rank in the assessment of Jiaxing"
theme = "honours"
unit_measure = "rank"
unit_zh = "名"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "lower_is_better"
chance = "none"
extracts = ["honours"]
reviewed = 2026-11-22

definition_zh = "当年嘉兴民政工作考核的名次，数越小越好。"
definition_en = "Rank in the civil-affairs assessment of Jiaxing for the year, 1 being the best."
caveats_zh = "考核对象是全市，记在市民政局所在的当湖街道，其余镇街道没有数；结果公布之前没有当年的数。"

# Which records make the numerator of an area and period
rows = """
record.year = spine.year
and record.kind = '考核'
and record.rank is not null
"""
measure = "sum(record.rank)"
*/
with

-- no result is out yet of a year still under way
ranked_year as (
    select time_period
    from mart.honour_year
    where ranked > 0
    group by time_period
)

select
    honour_year.ref_area,
    honour_year.time_period,
    sum(honour_year.rank_sum) as numerator,
    sum(honour_year.ranked) as denominator
from mart.honour_year
inner join ranked_year on honour_year.time_period = ranked_year.time_period
where honour_year.kind = '考核'
group by honour_year.ref_area, honour_year.time_period
