/*
name_zh = "服务类救助户数"
name_en = "Households served"
theme = "visits"
unit_measure = "households"
unit_zh = "户"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
extracts = ["assistance_profiles", "service_orders"]
reviewed = 2026-11-22

definition_zh = "当月在册低收入家庭中，得到任一项服务的户数。"
definition_en = "Households on the register in the month that had any service."
caveats_zh = "按登记册上的镇街道计，不论哪个镇街道提供服务。从2023年7月起。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.month >= (select min(first.month) from staging.service_orders as first)
and exists (
    select 1
    from staging.service_orders as served
    where served.household = record.household and served.month = record.month
)
"""

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "帮扶方式=得到服务"
*/
select
    ref_area,
    time_period,
    count(*) filter (where help in ('物质+服务', '只有服务')) as numerator
from mart.profile_help_month
group by ref_area, time_period
