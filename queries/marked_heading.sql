-- One row: the headings of a file as they stood.
select headings
from quarantine_heading
where
    contract = $contract
    and file = $file
