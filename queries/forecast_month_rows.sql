insert into forecast_month by name
from records
