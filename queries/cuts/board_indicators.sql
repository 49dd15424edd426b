-- One row per indicator of a board, in its order.
select indicator
from reference.board
where board = $board
order by position
