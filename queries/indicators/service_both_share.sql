/*
name_zh = "“物质+服务”帮扶占比"
name_en = "Share of households helped with both money and services"
theme = "visits"
unit_measure = "percent of households on the register"
unit_zh = "%"
per = 100
decimals = 0
freq = "M"
kind = "flow"
polarity = "higher_is_better"
chance = "share"
extracts = ["assistance_profiles", "service_orders", "assistance_payments"]
reviewed = 2026-11-22

definition_zh = "当月在册低收入家庭中，既领到救助金、又得到服务的所占比重。"
definition_en = "Of the households on the register in the month, the share that were both paid and served."
caveats_zh = "救助金指社会救助发放明细里状态为“已发放”的任一项。从2023年7月起。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.month >= (select min(first.month) from staging.service_orders as first)
and exists (
    select 1
    from staging.assistance_payments as paid
    where
        paid.household = record.household
        and paid.month = record.month
        and paid.status = '已发放'
)
and exists (
    select 1
    from staging.service_orders as served
    where served.household = record.household and served.month = record.month
)
"""

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "帮扶方式=物质+服务"
*/
select
    ref_area,
    time_period,
    count(*) filter (where help = '物质+服务') as numerator,
    count(*) as denominator
from mart.profile_help_month
group by ref_area, time_period
