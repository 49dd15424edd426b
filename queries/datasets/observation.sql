/*
name_zh = "指标（看板上的数）"
disclosure = "open"
grain = "一行是一个指标、一个镇街道、一个统计期、一个分项的数"
value = "obs_value"
status = "obs_status"
apart = ["indicator", "ref_area", "period", "category", "freq"]
by = ["ref_area"]
measure = "only:obs_value"
where = "period:last:1m;area_level:in:镇街道;freq:in:月;category:in:_T"
first = "indicator"

column = [
    { name = "indicator", name_zh = "指标", type = "indicator" },
    { name = "theme", name_zh = "专题", type = "theme" },
    { name = "ref_area", name_zh = "镇街道或全市", type = "township" },
    { name = "area_level", name_zh = "范围", type = "vocabulary", vocabulary = ["镇街道", "全市"] },
    { name = "period", name_zh = "统计期", type = "month", meaning_zh = "统计期的最后一个月；年度数为12月。" },
    { name = "freq", name_zh = "频率", type = "vocabulary", vocabulary = ["月", "季", "年"] },
    { name = "category", name_zh = "分项", type = "category" },
    { name = "obs_value", name_zh = "数值", type = "number", meaning_zh = "单位随指标。" },
    { name = "unit_zh", name_zh = "单位", type = "text" },
    { name = "year_ago_value", name_zh = "上年同期", type = "number" },
    { name = "previous_value", name_zh = "上期", type = "number" },
    { name = "target", name_zh = "目标", type = "number" },
    { name = "obs_status", name_zh = "状态", type = "obs_status" },
]
*/
-- One row per observation, with what it is of beside it.
select
    observation.indicator,
    indicator.theme,
    observation.ref_area,
    case when observation.ref_area in (from reference.county select ref_area) then '全市' else '镇街道' end
        as area_level,
    cast(date_trunc('month', period.end_date) as date) as period,
    case observation.freq when 'M' then '月' when 'Q' then '季' else '年' end as freq,
    observation.category,
    observation.obs_value,
    indicator.unit_zh,
    observation.year_ago_value,
    observation.previous_value,
    observation.target,
    observation.obs_status
from observation
inner join indicator on observation.indicator = indicator.id
inner join period on observation.time_period = period.time_period
