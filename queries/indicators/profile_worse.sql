/*
name_zh = "分色变差户次"
name_en = "Moves to a worse colour"
theme = "profiles"
unit_measure = "household moves"
unit_zh = "户次"
per = 1
decimals = 0
freq = "A"
kind = "flow"
polarity = "lower_is_better"
extracts = ["assistance_profiles"]
reviewed = 2026-11-22

definition_zh = "年内各月，分色比上月变差的户次。"
definition_en = "Moves of households to a worse colour than the month before, over the months of the year."
caveats_zh = "一户一年可以变动几次。三色的先后为本地配置。2023年从2月计起；2024年计到8月。"

# Which records make the numerator of an area and period
rows = """
record.month between spine.start_date and spine.counted_on
and (select label.place from reference.profile_label as label where label.code = record.colour) < (
    select label.place
    from staging.assistance_profiles as before
    inner join reference.profile_label as label on before.colour = label.code
    where before.household = record.household and before.month = record.month - interval 1 month
)
"""

# Which cell of the extract's tables the numerator is, for disclosure control
cell = "变动=变差"
*/
select
    ref_area,
    cast(year as varchar) as time_period,
    count(*) filter (where colour_position < before_position) as numerator
from mart.profile_household_month
group by ref_area, year
