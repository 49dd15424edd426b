/*
name_zh = "乳儿班每名保育人员照护婴儿"
name_en = "Infants per carer in infant classes"
theme = "children"
unit_measure = "infants per carer"
unit_zh = "名"
per = 1
decimals = 1
freq = "M"
kind = "stock"
polarity = "lower_is_better"
chance = "none"
extracts = ["nurseries"]
reviewed = 2026-11-22

definition_zh = "数据截止日乳儿班在托的婴儿数，除以乳儿班的保育人员数；国家标准不超过3名。"
definition_en = "Infants enrolled in infant classes on the day the register reaches divided by their carers; the standard is at most 3."
caveats_zh = "台账只记现状，所以只有截止月的数；镇街道的平均数可以遮住个别超过3名的班。"

# Which records make the numerator of an area and period
rows = """
record.opened_on <= spine.counted_on
and spine.counted_on = spine.as_of
"""
measure = "sum(record.infants)"
*/
select
    ref_area,
    time_period,
    sum(infants) as numerator,
    sum(infant_carers) as denominator
from mart.nursery_month
where infants is not null
group by ref_area, time_period
