-- One row per setting disclosure control goes by.
select
    setting,
    value
from reference.setting
where setting in ('small_count', 'dominance_percent')
