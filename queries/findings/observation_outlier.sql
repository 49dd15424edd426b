/*
name_zh = "变化与往年同月很不一样"
kind = "outlier"
severity = "warn"
cause_zh = "与上月相比的变化，远离该镇街道往年同一个月的变化：可能是实情，也可能是数据不全或填错"
mend_zh = "先看该月的文件是否齐全、有无改动；是实情的，写明原因并标为已说明"
basis_zh = "稳健z值＝0.6745×|变化率−中位数|÷MAD，大于6列出；往年同月不少于4个，MAD不低于2个百分点，前后两月至少一个不小于100；只看最近24个月的总量指标（Iglewicz与Hoaglin，1993）"
*/
-- One row per township × month × count whose change on the month before is unlike the changes of the
-- same calendar month in other years: the modified z-score of Iglewicz and Hoaglin (1993, How to
-- Detect and Handle Outliers), 0.6745 × |x − median| / MAD. They call 3.5 an outlier; with four or
-- five other years that flags every second winter, so 6 is asked for here. The MAD is floored at two
-- percentage points, else a series that never moved would condemn its first step.
-- Rates and running sums are left out: they move with the counts they are made of.
with

change as (
    select
        observation.indicator,
        indicator.name_zh,
        indicator.unit_zh,
        split_part(indicator.extracts, ',', 1) as extract,
        observation.ref_area,
        observation.time_period,
        period.start_date,
        period.year,
        month(period.start_date) as month,
        observation.obs_value,
        observation.previous_value,
        observation.change_previous / observation.previous_value as ratio
    from observation
    inner join indicator
        on observation.indicator = indicator.id
        and not indicator.standardised
        and indicator.accumulate = ''
    inner join period
        on observation.time_period = period.time_period
        and period.freq = 'M'
    inner join reference.township as township on observation.ref_area = township.ref_area
    where
        observation.category = '_T'
        and observation.obs_status = 'A'
        and observation.previous_value > 0
),

compared as (
    select
        change.indicator,
        change.name_zh,
        change.unit_zh,
        change.extract,
        change.ref_area,
        change.time_period,
        change.start_date,
        change.month,
        change.obs_value,
        change.previous_value,
        change.ratio,
        median(other.ratio) as usual,
        mad(other.ratio) as spread,
        count(*) as years
    from change
    inner join change as other
        on change.indicator = other.indicator
        and change.ref_area = other.ref_area
        and change.month = other.month
        and change.year <> other.year
    group by all
),

scored as (
    select
        compared.*,
        0.6745 * abs(ratio - usual) / greatest(spread, 0.02) as score,
        max(start_date) over () as newest
    from compared
)

select
    ref_area,
    time_period,
    indicator || '|' || ref_area || '|' || time_period as subject,
    extract,
    indicator,
    name_zh || '由' || amount_zh(previous_value) || '变为' || amount_zh(obs_value) || unit_zh || '（'
    || change_zh(ratio) || '）；往年' || month || '月变化的中位数是' || change_zh(usual) || '（' || years
    || '年），z值'
    || printf('%.1f', score) as evidence_zh
from scored
where
    years >= 4
    and score > 6
    and greatest(obs_value, previous_value) >= 100
    and start_date > newest - interval 24 month
