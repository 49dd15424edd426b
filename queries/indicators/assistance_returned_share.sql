/*
name_zh = "救助资金退回率"
name_en = "Share of payments returned"
theme = "assistance"
unit_measure = "percent of payments sent"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "lower_is_better"
chance = "share"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当月发出的救助资金中，因账户有误等原因退回的笔数所占比重；发出为已发放与退回之和。"
definition_en = "Of the payments sent in the month (paid or returned), the share that came back."
caveats_zh = "待发放的不计入；退回后重新发放成功的，另有一笔已发放记录。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '退回'
"""

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "发放状态=退回"
*/
select
    ref_area,
    time_period,
    returned_payments as numerator,
    payments + returned_payments as denominator
from mart.assistance_month
where
    programme = '_T'
    and area_level = 'township'
