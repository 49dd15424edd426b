-- One row per published figure, what differs first.
select
    reconciliation.*,
    indicator.name_zh as indicator_zh,
    indicator.unit_zh as indicator_unit_zh,
    indicator.decimals
from reconciliation
left join indicator on reconciliation.indicator = indicator.id
order by
    case reconciliation.verdict when 'differs' then 0 when 'agrees' then 1 else 2 end,
    reconciliation.domain,
    reconciliation.id
