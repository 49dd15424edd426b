-- One row per fault of one contract's refused rows, in the order a clerk mends them.
select line, column_name, value, cause_zh, mend_zh
from quarantine
where contract = $contract
order by line, column_name, cause_zh
