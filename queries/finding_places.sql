-- One row per record of one finding: its file and line.
select extract, file, line
from finding_place
where finding = $finding
order by file, line
