/*
name_zh = "救助资金待发放占比"
name_en = "Share of payments pending"
theme = "assistance"
unit_measure = "percent of payment records"
unit_zh = "%"
per = 100
decimals = 1
freq = "M"
kind = "flow"
polarity = "lower_is_better"
chance = "share"
extracts = ["assistance_payments"]
reviewed = 2026-11-01

definition_zh = "当月的发放记录中，已审核、尚未到账的所占比重。"
definition_en = "Of the month's payment records, the share approved but not yet paid."
caveats_zh = "待发放的不计入人数和金额：最近月份待发放较多时，当月人数和金额偏低，与上月相比须扣除这一因素。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.status = '待发放'
"""

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "发放状态=待发放"
*/
select
    ref_area,
    time_period,
    pending_payments as numerator,
    payments + returned_payments + pending_payments as denominator
from mart.assistance_month
where
    programme = '_T'
    and area_level = 'township'
