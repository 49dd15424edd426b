-- 全市用餐人次逐月走势（结果可直接成折线图）
select
    time_period as 统计期,
    obs_value as 用餐人次
from observation
where
    indicator = 'meal_served'
    and ref_area = '330482'
    and category = '_T'
    and obs_value is not null
order by time_period
