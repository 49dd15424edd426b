-- One row per check that a row of a file breaks.
select distinct check_name
from quarantine
where
    contract = $contract
    and file = $file
