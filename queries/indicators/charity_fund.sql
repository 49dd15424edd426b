/*
name_zh = "慈善信托和基金"
name_en = "Charitable trusts and funds"
theme = "charity_funds"
unit_measure = "trusts, funds and bodies"
unit_zh = "个"
per = 1
decimals = 0
freq = "A"
kind = "stock"
polarity = "higher_is_better"
category_zh = "类别"
extracts = ["charity_accounts"]
reviewed = 2026-11-22

definition_zh = "年末在册的慈善信托、社区发展基金会、冠名基金、社区基金和慈善促进中心数。"
definition_en = "Trusts, foundations, named funds, community funds and charity centres at the end of the year."
caveats_zh = "没有报年报的不在其中。"

# Which records make the numerator of an area and period
rows = "record.year = spine.year"
rows_category = "record.kind"
*/
select
    ref_area,
    time_period,
    kind as category,
    funds as numerator
from mart.charity_fund_year
