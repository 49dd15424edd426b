/*
name_zh = "村民代表培训覆盖率"
name_en = "Deputies of villages and communities trained"
theme = "training"
unit_measure = "per cent of deputies"
unit_zh = "%"
per = 100
decimals = 1
freq = "A"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["community_returns"]
reviewed = 2026-11-22

definition_zh = "当年参加过培训的村（居）民代表占全部代表的比重。"
definition_en = "Deputies trained in the year as a share of all."
caveats_zh = "公布的是“全覆盖”，读作100%。当年未结束的只计到导出日。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
measure = "sum(record.deputies_trained)"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    deputies_trained as numerator,
    deputies as denominator
from mart.community_return_year
