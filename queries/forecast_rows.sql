insert into forecast by name
from records
