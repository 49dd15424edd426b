/*
name_zh = "在册低收入家庭"
name_en = "Low-income households on the register"
theme = "profiles"
unit_measure = "households"
unit_zh = "户"
per = 1
decimals = 0
freq = "M"
kind = "flow"
polarity = "neutral"
extracts = ["assistance_profiles"]
reviewed = 2026-11-22

definition_zh = "当月在低收入人口动态监测登记册上的家庭数，含低保、特困、低保边缘和其他低收入家庭。"
definition_en = "Households on the register of low-income households in the month."
caveats_zh = "登记册按户，一户只有一个类别。镇街道当月没有报送登记册的，按缺失处理，不计为零。"

# Which records make the numerator of an area and period
rows = "record.month = spine.start_date"
*/
select
    ref_area,
    time_period,
    count(*) as numerator
from mart.profile_household_month
group by ref_area, time_period
