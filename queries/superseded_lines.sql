-- One row per file of a month that later files hold rows of: which of its lines, as one number.
select
    piece,
    cast(sum(hash(line)) as varchar) as lines
from superseded
group by piece
