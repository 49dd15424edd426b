-- One row per extract whose files hold records of one finding.
select distinct receipt.contract
from kept.finding_place as place
inner join receipt on place.file = receipt.file
where place.finding = $finding
order by receipt.contract
