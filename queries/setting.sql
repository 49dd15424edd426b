-- One row: the value of a setting.
select value
from reference.setting
where setting = $setting
