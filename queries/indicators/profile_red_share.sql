/*
name_zh = "红色家庭占比"
name_en = "Share of households marked red"
theme = "profiles"
unit_measure = "percent of households on the register"
unit_zh = "%"
per = 100
decimals = 0
freq = "M"
kind = "flow"
polarity = "lower_is_better"
chance = "share"
extracts = ["assistance_profiles"]
reviewed = 2026-11-22

definition_zh = "当月在册低收入家庭中，三色里最困难的一色所占比重。"
definition_en = "Of the households on the register in the month, the share in the hardest of the three colours."
caveats_zh = "三色的名称和先后为本地配置，公开材料没有列名。只公布取整后的比重。"

# Which records make the numerator of an area and period
rows = """
record.month = spine.start_date
and record.colour = (
    select label.code from reference.profile_label as label where label.kind = '色' and label.place = 1
)
"""

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "分色=红"
*/
select
    ref_area,
    time_period,
    count(*) filter (where colour_position = 1) as numerator,
    count(*) as denominator
from mart.profile_household_month
group by ref_area, time_period
