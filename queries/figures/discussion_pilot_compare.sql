/*
name_zh = "试点与其他村社区的议题解决率"
name_en = "Topics settled in pilot and other communities"
theme = "governance"
kind = "bars"
unit_zh = "%"
freq = "A"
per = 100
decimals = 1
extracts = ["discussions"]
reviewed = 2026-11-22

definition_zh = "当年议事协商的议题解决率，省级试点社区与其他村社区对照。"
definition_en = "Topics settled as a share of topics raised in the year, pilot communities beside others."
category_zh = "社区"
series_zh = "合计"
caveats_zh = "试点只有一个社区，议题数少，差别不宜推论到全市。没有试点的镇街道只有一根柱。"

# Which records make the numerator of an area and period
rows = "year(record.held_on) = spine.year"
measure = "sum(record.settled)"
rows_category = "case when record.is_pilot then '试点社区' else '其他村社区' end"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    kind as category,
    case kind
        when '试点社区' then 1
        else 2
    end as category_position,
    '_T' as series,
    1 as series_position,
    settled as numerator,
    raised as denominator
from mart.discussion_pilot_year
