-- Findings filed twice under one id: what was said of one would hold for the other.
select finding, rule
from finding
group by finding, rule
having count(*) > 1
