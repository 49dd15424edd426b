-- 明细做透视：各镇街道各季节的用餐人次（PIVOT要用IN写明有哪些列）
from (
    select
        township.name_zh as 镇街道,
        '第' || quarter(meal_services.month) || '季度' as 季度,
        meal_services.meals
    from records.meal_services as meal_services
    inner join reference.township as township on meal_services.ref_area = township.ref_area
)
pivot (sum(meals) for 季度 in ('第1季度', '第2季度', '第3季度', '第4季度'))
order by 镇街道
