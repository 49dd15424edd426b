-- One row per facility of a point layer.
select name_zh, ref_area, lon, lat, state, since, detail_zh
from point
where layer = $layer
order by ref_area, name_zh, lon, lat
