-- One row per setting the version was built with.
select
    setting,
    value,
    meaning_zh
from reference.setting
order by setting
