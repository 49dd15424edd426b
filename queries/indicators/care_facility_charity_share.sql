/*
name_zh = "养老设施慈善投入占比"
name_en = "Share of facility funding from charity"
theme = "care_facilities"
unit_measure = "percent of funding"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "stock"
polarity = "neutral"
chance = "none"
extracts = ["care_facilities"]
reviewed = 2026-11-22

definition_zh = "月末开放的养老服务设施的建设投入中，慈善和社会捐赠的比重；投入为财政、慈善、自筹收费三项之和。"
definition_en = "Of what building the facilities open at the end of the month took from public funds, charity and fees, the share from charity."
caveats_zh = "投入按台账现值计，不含运营费用。"

# Which records make the numerator of an area and period
rows = "record.opened_on <= spine.counted_on"
measure = "sum(record.funding_charity)"
*/
select
    ref_area,
    time_period,
    sum(open_charity_funding) as numerator,
    sum(open_funding) as denominator
from mart.care_facility_month
group by ref_area, time_period
